import type { Place } from "../diagnostics/diagnostic.js";
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
export function arrowText({ from, connections }: ReachedArrow): string {
  if (from === undefined) return "start";
  if (from.outcomes.length === 1) return nodeLabel(from);
  return `${nodeLabel(from)}.${connections.map(({ outcomeId }) => outcomeLabel(from, outcomeId)).join(", ")}`;
}

/** All arrows that are reached, those first that were most likely to lead to a lost node. */
export function arrowsPast(head: JourneyNode, facts: JourneyFacts): readonly ReachedArrow[] {
  const before = nodeBefore(head, facts);
  const beyond = new Set(head.connections.map(({ target }) => targetText(target)));
  const arrows: ReachedArrow[] = [];
  const add = (from: JourneyNode | undefined, first: Connection) => {
    const others = from?.connections ?? [];
    const connections = from === undefined ? [first] : others.filter((each) => isSameArrow(each, first));
    if (connections[0] !== first) return;
    const to = targetText(first.target);
    let points = 0;
    if (beyond.has(to)) points += first.target.kind === "node" ? 3 : 1;
    if (others.some((other) => !isSameArrow(other, first) && targetText(other.target) === to)) points += 2;
    if (from !== undefined && from === before) points += 2;
    if (from !== undefined && first.target.kind === "node" && first.target.name === from.name) points += 1;
    if (from !== undefined && isNamedAfter(head, outcomeLabel(from, first.outcomeId))) points += 1;
    arrows.push({ from, first, connections, points });
  };
  const { journey, reachedNodes } = facts;
  if (journey.entry !== undefined) add(undefined, journey.entry);
  for (const node of reachedNodes) for (const connection of node.connections) add(node, connection);
  return arrows.sort((left, right) => right.points - left.points);
}

/** `Infants -> MarkInfants`. */
function isNamedAfter({ name }: JourneyNode, outcome: string): boolean {
  return outcome.length > 3 && name.toLowerCase().includes(outcome.toLowerCase());
}

/** Several outcomes before one arrow have one target in the text. */
function isSameArrow({ targetPlace: left }: Connection, { targetPlace: right }: Connection): boolean {
  return isSamePlace(left, right);
}

function isSamePlace(left: Place, right: Place): boolean {
  if (left === right) return true;
  return left.pointer === undefined && right.pointer === undefined && left.range.start === right.range.start;
}

function targetText(target: Target): string {
  return target.kind === "node" ? `node ${target.name}` : target.kind;
}

/** The journey with one arrow that leads to another node. */
export function ledTo(
  { name, id }: JourneyNode,
  { from, first, connections }: ReachedArrow,
  journey: Journey,
): Journey {
  const target: Target = { kind: "node", name, id };
  if (from === undefined) return { ...journey, entry: { ...first, target } };
  const lead = (each: Connection) => (connections.includes(each) ? { ...each, target } : each);
  const led = { ...from, connections: from.connections.map(lead) };
  return { ...journey, nodes: journey.nodes.map((node) => (node === from ? led : node)) };
}
