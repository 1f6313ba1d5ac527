import { stateName } from "../machine/state-names.js";
import { matchingOutcomes } from "../model/bind-edges.js";
import type { Journey, JourneyNode } from "../model/model.js";
import type { OutcomeReference, Reference } from "../syntax/ast.js";
import type { StepNode } from "./scenario.js";

/**
 * Finds the node of `A`, `A.outcome`, `Page.Node` and `Page.Node.outcome` in the nearest journey that has it. What is
 * not there has been reported by the binder, or is in a journey that is not at hand: it is kept as it is written.
 */
export function resolveNode(reference: Reference, journeys: readonly Journey[], outcome?: OutcomeReference): StepNode {
  const [name = "", ...rest] = reference.parts.map(({ text }) => text);
  const [found, journey] = findNode(name, journeys);
  const isChild = rest[0] !== undefined && found?.children.some((child) => child.name === rest[0]) === true;
  const child = isChild ? rest[0] : undefined;
  const written = outcome?.outcome.text ?? rest[isChild ? 1 : 0];
  const words = [name, ...rest, ...(outcome ? [outcomeText(outcome)] : [])];
  return {
    text: words.join("."),
    journey,
    node: stateName(name),
    child,
    outcomeId: written === undefined ? undefined : platformId(found, child, outcome?.child?.text, written),
  };
}

const tables = new WeakMap<Journey, ReadonlyMap<string, JourneyNode>>();

function findNode(name: string, journeys: readonly Journey[]): readonly [JourneyNode?, Journey?] {
  for (const journey of journeys) {
    const node = tableOf(journey).get(name);
    if (node) return [node, journey];
  }
  return [];
}

/** Of two nodes with one name, the first counts. */
function tableOf(journey: Journey): ReadonlyMap<string, JourneyNode> {
  const known = tables.get(journey);
  if (known) return known;
  const table = new Map([...journey.nodes].reverse().map((node) => [node.name, node]));
  tables.set(journey, table);
  return table;
}

/** An inner node's outcomes are its own; the page's have its id in front. */
function platformId(node: JourneyNode | undefined, child: string | undefined, of: string | undefined, outcome: string) {
  const owner = child === undefined ? node : node?.children.find(({ name }) => name === child);
  return (owner && matchingOutcomes(owner, of, outcome)[0]?.id) ?? outcome;
}

function outcomeText({ child, outcome }: OutcomeReference): string {
  return child === undefined ? outcome.text : `${child.text}.${outcome.text}`;
}
