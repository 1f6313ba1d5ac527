import type { Place } from "../diagnostics/diagnostic.js";
import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import type { Connection, Journey, JourneyNode, Target } from "../model/model.js";
import { nodeLabel, outcomeLabel } from "./describe-node.js";
import type { JourneyFacts } from "./journey-facts.js";
import { nodeBefore } from "./lost-nodes.js";

/** What one target in the text stands for. */
export interface ReachedArrow {
  /** `undefined`: the journey's `start`. */
  readonly from: JourneyNode | undefined;
  readonly first: Connection;
  /** One for each outcome. */
  readonly connections: readonly Connection[];
  /** How likely it was to lead to the lost node, by where it stands and leads. */
  readonly points: number;
}

/** The outcome of an arrow as rules name it: `Check.false`. */
export function arrowText({ from, connections }: Pick<ReachedArrow, "from" | "connections">): string {
  if (from === undefined) return "start";
  if (from.outcomes.length === 1) return nodeLabel(from);
  return `${nodeLabel(from)}.${connections.map(({ outcomeId }) => outcomeLabel(from, outcomeId)).join(", ")}`;
}

/** The same of an edge. */
export function edgeText({ vertices }: JourneyGraph, { from, connection }: GraphEdge): string {
  const vertex = vertices[from];
  return arrowText({ from: vertex?.kind === "node" ? vertex.node : undefined, connections: [connection] });
}

/** An edge that leads past a node to where that one leads. */
interface EdgePast {
  readonly edge: GraphEdge;
  readonly node: JourneyNode;
}

/** The edge of a path that leads past a node which is meant, where there is one such edge and one such node. */
export function edgePast(
  path: readonly GraphEdge[],
  { graph, reached }: JourneyFacts,
  isMeant: (node: JourneyNode, edge: GraphEdge) => boolean,
): EdgePast | undefined {
  const within = new Set(path.map(({ from }) => from));
  const found = path.flatMap((edge) =>
    (graph.incoming[edge.to] ?? []).flatMap((other): readonly EdgePast[] => {
      const before = graph.vertices[other.from];
      if (within.has(other.from) || !reached.has(other.from) || before?.kind !== "node") return [];
      return isMeant(before.node, other) ? [{ edge, node: before.node }] : [];
    }),
  );
  const [first] = found;
  return found.every(({ edge, node }) => edge === first?.edge && node === first.node) ? first : undefined;
}

/** All arrows that are reached, those first that were most likely to lead to a lost node. */
export function arrowsPast(head: JourneyNode, facts: JourneyFacts): readonly ReachedArrow[] {
  const before = nodeBefore(head, facts);
  const beyond = new Set(head.connections.map(({ target }) => targetText(target)));
  /** For an arrow that goes on where the lost node goes on: ends are where many arrows lead. */
  const pointsBeyond = (target: Target) => (beyond.has(targetText(target)) ? (target.kind === "node" ? 3 : 1) : 0);
  const arrows: ReachedArrow[] = [];
  const { journey, reachedNodes } = facts;
  if (journey.entry !== undefined) {
    const points = pointsBeyond(journey.entry.target) + (before === undefined ? 2 : 0);
    arrows.push({ from: undefined, first: journey.entry, connections: [journey.entry], points });
  }
  for (const from of reachedNodes) {
    const own = arrowsFrom(from);
    const leadThere = new Map<string, number>();
    for (const { target } of own) leadThere.set(targetText(target), (leadThere.get(targetText(target)) ?? 0) + 1);
    for (const { first, target, connections } of own) {
      const to = targetText(target);
      let points = pointsBeyond(target);
      if ((leadThere.get(to) ?? 0) > 1) points += 2;
      if (from === before) points += 2;
      if (target.kind === "node" && target.name === from.name) points += 1;
      if (isNamedAfter(head, outcomeLabel(from, first.outcomeId))) points += 1;
      arrows.push({ from, first, connections, points });
      // Of several outcomes before one arrow, one may have been to lead there: where the node is about it.
      for (const each of connections.length > 1 ? connections : []) {
        if (isAbout(head, outcomeLabel(from, each.outcomeId)))
          arrows.push({ from, first: each, connections: [each], points: points + aboutIt });
      }
    }
  }
  return arrows.sort((left, right) => right.points - left.points);
}

/** `Infants -> MarkInfants`. */
function isNamedAfter({ name }: JourneyNode, outcome: string): boolean {
  return outcome.length > 3 && name.toLowerCase().includes(outcome.toLowerCase());
}

/** What tells more than where arrows stand and lead. */
const aboutIt = 6;

/** Whether a node is named after an outcome, or has settings that speak of it: `phone` and `telephoneNumber`. */
function isAbout(node: JourneyNode, outcome: string): boolean {
  if (isNamedAfter(node, outcome)) return true;
  const word = outcome.toLowerCase();
  if (word.length < 4 || /^(?:true|false|error|failure|success|outcome)$/.test(word)) return false;
  return [...node.properties.values()].some(
    ({ value, explicit }) => explicit && typeof value === "string" && value.toLowerCase().includes(word),
  );
}

/** The arrows of a node: several outcomes before one arrow have one target in the text. */
export function arrowsFrom({ connections }: JourneyNode) {
  const arrows = new Map<Place | number, [Connection, ...Connection[]]>();
  for (const connection of connections) {
    const { targetPlace } = connection;
    const key = targetPlace.pointer === undefined ? targetPlace.range.start : targetPlace;
    const known = arrows.get(key);
    if (known) known.push(connection);
    else arrows.set(key, [connection]);
  }
  return [...arrows.values()].map((all) => ({ first: all[0], target: all[0].target, connections: all }));
}

function targetText(target: Target): string {
  return target.kind === "node" ? `node ${target.name}` : target.kind;
}

/** The journey with one arrow that leads to another node. */
export function ledTo({ name, id }: JourneyNode, arrow: ReachedArrow, journey: Journey): Journey {
  return ledToTarget({ kind: "node", name, id }, arrow, journey);
}

/** The same with an end of the journey. */
export function ledToTarget(target: Target, { from, first, connections }: ReachedArrow, journey: Journey): Journey {
  if (from === undefined) return { ...journey, entry: { ...first, target } };
  const lead = (each: Connection) => (connections.includes(each) ? { ...each, target } : each);
  const led = { ...from, connections: from.connections.map(lead) };
  return { ...journey, nodes: journey.nodes.map((node) => (node === from ? led : node)) };
}
