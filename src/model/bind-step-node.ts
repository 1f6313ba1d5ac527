import type { OutcomeReference, Reference } from "../syntax/ast.js";
import { isTerminalName } from "../syntax/reserved-names.js";
import type { JourneyDirectory } from "./journey-directory.js";
import type { Journey, JourneyNode } from "./model.js";
import { NameUses, type UnknownUse } from "./name-uses.js";
import type { NodeInPage } from "./node-table.js";
import { matchingOutcomes } from "./outcome-index.js";
import { reachableJourneys } from "./reachable-journeys.js";
import { toldNode } from "./reporter.js";
import { type ReferenceScope, reportUnknownNode, resolveNodeOutcome, splitReference } from "./resolve-reference.js";
import type { StepNode } from "./scenario.js";
import type { FileScope } from "./scope.js";
import { allNodes } from "./used-resources.js";

interface FoundNode {
  readonly node: JourneyNode;
  readonly journey: Journey;
}

/**
 * Finds the nodes that the steps of a scenario name: in its journey, or else in the nearest inner journey that has them.
 * Unknown names are reported, except where they may be those of a journey that comes from an export or is not at hand.
 */
export class StepNodeBinder {
  readonly #scope: ReferenceScope;
  /** The same for the nodes of steps that have no outcome: users are asked there. */
  readonly #answers: ReferenceScope;
  readonly #nodes = new Map<string, FoundNode>();
  /** Whether all nodes that a step can name are known by name, so that another name is a mistake. */
  readonly #isComplete: boolean;
  readonly #uses: NameUses;
  /** The outcomes that are looked at already, each with its node. */
  readonly #outcomes = new Set<string>();

  constructor(start: Journey | undefined, directory: JourneyDirectory, file: FileScope) {
    const { source, reporter } = file;
    const { journeys, isComplete } = reachableFrom(start, directory);
    const names = journeys.flatMap(({ nodes: all }) => all.map(({ name }) => name));
    this.#uses = new NameUses("Node", reporter);
    const nodes = {
      names,
      ofType: (type: string) => nodeOfType(journeys, type),
      withOutcome: (outcome: string) => nodeWithOutcome(journeys, outcome),
      innerNode: (name: string) => innerNodeIn(journeys, name),
      use: () => {},
      unknown: (use: Omit<UnknownUse, "nearPlace">) => {
        const isTold = journeys.some(({ id }) => reporter.told.has(toldNode(id, use.name)));
        if (!isTold) this.#uses.unknown({ ...use, nearPlace: undefined });
      },
    };
    let asks: { readonly help: string | undefined } | undefined;
    const unknown = (use: Omit<UnknownUse, "nearPlace">) => {
      asks ??= { help: whereItAsks(journeys) };
      nodes.unknown({ ...use, otherwise: asks.help });
    };
    this.#scope = { source, reporter, journeyName: start?.name ?? "", nodes };
    this.#answers = { ...this.#scope, nodes: { ...nodes, unknown } };
    this.#isComplete = isComplete && journeys.every(isFromText);
    for (const journey of journeys) {
      for (const node of journey.nodes) if (!this.#nodes.has(node.name)) this.#nodes.set(node.name, { node, journey });
    }
  }

  /** Reports the nodes that no journey has, when all steps are bound. */
  settle(): void {
    this.#uses.settle();
  }

  /** Whether the journey, or one that runs inside of it, has a node of this name. */
  has(name: string): boolean {
    return this.#nodes.has(name);
  }

  /** Binds `A`, `A.outcome`, `Page.Node` or `Page.Node.outcome`. */
  bind(reference: Reference, ownOutcome?: string): StepNode {
    const [first, ...rest] = reference.parts;
    const name = first?.text ?? "";
    const found = this.#nodes.get(name);
    const text = reference.parts.map((part) => part.text).join(".");
    if (found === undefined) {
      const outcome = ownOutcome ?? rest[0]?.text;
      if (first !== undefined && this.#isComplete && !isTerminalName(name))
        reportUnknownNode(reference, outcome === undefined ? this.#answers : this.#scope, outcome);
      return { text, journey: undefined, node: name, child: undefined, outcomeId: rest[0]?.text };
    }
    const { child, outcome } = splitReference(reference, found.node);
    const outcomeId = outcome && this.#outcomeId(found, found.node, child, outcome);
    return { text, journey: found.journey.id, node: name, child, outcomeId };
  }

  /** Binds `A -> outcome`, `Page.Node -> outcome` or `Page -> Node.outcome` of a stub. */
  bindStub(reference: Reference, outcome: OutcomeReference): StepNode & { readonly outcomeId: string } {
    const bound = this.bind(reference, outcome.outcome.text);
    const found = this.#nodes.get(bound.node);
    const text = `${bound.text}.${outcome.child === undefined ? "" : `${outcome.child.text}.`}${outcome.outcome.text}`;
    const written = outcome.outcome.text;
    if (found === undefined) return { ...bound, text, outcomeId: written };
    // An inner node's own outcomes have no inner node in front.
    const inner = found.node.children.find(({ name }) => name === bound.child);
    const child = inner === undefined ? outcome.child?.text : undefined;
    return { ...bound, text, outcomeId: this.#outcomeId(found, inner ?? found.node, child, outcome.outcome) };
  }

  #outcomeId(
    { journey }: FoundNode,
    node: JourneyNode,
    child: string | undefined,
    outcome: OutcomeReference["outcome"],
  ): string {
    // One outcome that several steps have is one mistake.
    const key = `${node.id} ${child ?? ""} ${outcome.text}`;
    if (isFromText(journey) && !this.#outcomes.has(key)) {
      this.#outcomes.add(key);
      return resolveNodeOutcome(node, child, outcome, this.#scope);
    }
    return matchingOutcomes(node, child, outcome.text)[0]?.id ?? outcome.text;
  }
}

/** Of an unknown journey, no node is known, and so none is missing. */
function reachableFrom(start: Journey | undefined, directory: JourneyDirectory) {
  if (start === undefined) return { journeys: [], isComplete: false };
  return reachableJourneys(start, (id) => directory.byId(id));
}

/** The only node of a type, as texts call it: without `Node` at its end, or by the name in `extern node`. */
function nodeOfType(journeys: readonly Journey[], type: string): string | undefined {
  const [only, second] = journeys.flatMap(({ nodes }) =>
    nodes.filter(({ typeId, typePlace: { source, range } }) => {
      return typeId.replace(/Node$/, "") === type || source.text.slice(range.start, range.end) === type;
    }),
  );
  return second === undefined ? only?.name : undefined;
}

/** The only node that has an outcome. */
function nodeWithOutcome(journeys: readonly Journey[], outcome: string): string | undefined {
  const [only, second] = journeys.flatMap(({ nodes }) =>
    nodes.filter((node) => matchingOutcomes(node, undefined, outcome).length > 0),
  );
  return second === undefined ? only?.name : undefined;
}

function innerNodeIn(journeys: readonly Journey[], name: string): NodeInPage | undefined {
  for (const { nodes } of journeys) {
    const found = allNodes(nodes).find((node) => node.page !== undefined && node.name === name);
    if (found?.page === undefined) continue;
    const { source, range } = found.namePlace;
    const head = { source, range: { start: range.start, end: found.typePlace.range.end } };
    return { page: found.page, head, isElsewhereToo: false };
  }
  return undefined;
}

function isFromText({ origin }: Journey): boolean {
  return origin.kind === "text";
}

/** The most nodes that a message lists. */
const mostListed = 12;

/** The nodes at which the user may be asked something. */
function whereItAsks(journeys: readonly Journey[]): string | undefined {
  const asking = journeys.flatMap(({ nodes }) =>
    nodes.filter(({ children, type, version }) => {
      const callbacks = type?.versions[version]?.callbacks;
      return children.length > 0 || (callbacks !== undefined && callbacks.length > 0);
    }),
  );
  if (asking.length === 0 || asking.length > mostListed) return undefined;
  return `Users are asked at ${asking.map(({ name }) => `\`${name}\``).join(", ")}.`;
}
