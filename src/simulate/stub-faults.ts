import { nearestName } from "../diagnostics/suggest.js";
import type { Journey, JourneyNode } from "../model/model.js";
import type { StubAnswer, Stubs } from "../runtime/world/world-options.js";

/** What is wrong with a stub, in words that begin with its name. */
export interface StubFault {
  /** The name that the stub has in the world. */
  readonly stub: string;
  /** `undefined` where no node has the name; otherwise, the outcome that the node lacks. */
  readonly outcome: string | undefined;
  readonly message: string;
}

/** The stubs that can never apply: no journey has a node of the name, or none of these has the outcome. */
export function stubFaults(stubs: Stubs, journeys: readonly Journey[]): readonly StubFault[] {
  const entries = Object.entries(stubs);
  if (entries.length === 0) return [];
  const nodes = nodesByStub(journeys);
  return entries.flatMap(([stub, given]) => {
    const found = nodes.get(stub);
    if (found === undefined) return [unknownNode(stub, nodes.keys())];
    const outcomes = new Set([given].flat().map(outcomeOf));
    return [...outcomes]
      .filter((each) => !found.some((node) => mayLeaveBy(node, each)))
      .map((each) => unknownOutcome(stub, each, found));
  });
}

function outcomeOf(answer: string | StubAnswer): string {
  return typeof answer === "string" ? answer : answer.outcome;
}

/** The nodes by all names that stubs may have for them, as `OutcomeStubs` looks them up. */
function nodesByStub(journeys: readonly Journey[]): ReadonlyMap<string, readonly JourneyNode[]> {
  const nodes = new Map<string, JourneyNode[]>();
  const add = (name: string, node: JourneyNode) => {
    const known = nodes.get(name);
    if (known === undefined) nodes.set(name, [node]);
    else known.push(node);
  };
  for (const { id, nodes: own } of journeys) {
    for (const node of own) {
      for (const name of [node.name, `${id}/${node.name}`]) add(name, node);
      for (const child of node.children) {
        const place = `${node.name}.${child.name}`;
        for (const name of [child.name, place, `${id}/${place}`]) add(name, child);
      }
    }
  }
  return nodes;
}

/** By the name of the outcome, or by its id. Exports of older releases connect outcomes that are gone. */
function mayLeaveBy({ outcomesKnown, outcomes, connections }: JourneyNode, outcome: string): boolean {
  if (!outcomesKnown) return true;
  return (
    outcomes.some((each) => each.outcome === outcome || each.id === outcome) ||
    connections.some(({ outcomeId }) => outcomeId === outcome)
  );
}

function unknownNode(stub: string, names: Iterable<string>): StubFault {
  const near = nearestName(stub, names);
  const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
  return { stub, outcome: undefined, message: `No journey has a node \`${stub}\`${hint}` };
}

/** More outcomes than these are not listed. */
const mostListed = 12;

function unknownOutcome(stub: string, outcome: string, nodes: readonly JourneyNode[]): StubFault {
  const known = [...new Set(nodes.flatMap(({ outcomes }) => outcomes.map((each) => each.outcome)))];
  const near = nearestName(outcome, known);
  const more = known.length > mostListed ? " and others" : "";
  const listed = known.slice(0, mostListed).map((each) => `\`${each}\``);
  const has = known.length === 0 ? "it has none" : `it has ${listed.join(", ")}${more}`;
  const hint = near === undefined ? has : `did you mean \`${near}\`?`;
  return { stub, outcome, message: `Node \`${stub}\` has no outcome \`${outcome}\`; ${hint}` };
}
