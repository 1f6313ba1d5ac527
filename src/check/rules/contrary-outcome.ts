import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import { outcomeWithId } from "../../model/outcome-index.js";
import { type ContraryOutcome, contraryOutcomes } from "../contrary-outcomes.js";
import { nodeLabel, outcomeLabel } from "../describe-node.js";
import { asksNothing } from "../node-behaviour.js";
import { deciderOf } from "../outcome-meaning.js";
import { journeyRule } from "../rule.js";

/** Reports outcomes that lead where only the opposite one should: where the attribute is there, it is asked for. */
export const contraryOutcome = journeyRule("contrary-outcome", "may-overreport", (facts, report) => {
  const { graph } = facts;
  for (const index of facts.reached) {
    for (const edge of graph.outgoing[index] ?? []) {
      const found = contraryTo(edge, graph);
      if (found === undefined) continue;
      const { contrary, target, node } = found;
      const { outcome, other } = contrary;
      const args = {
        node: nodeLabel(node),
        outcome: outcomeLabel(node, edge.connection.outcomeId),
        target,
        says: contrary.says,
        does: contrary.does,
      };
      const help = contrary.help ?? `Exchange the arrows of \`${outcome}\` and \`${other}\`.`;
      report({ at: edge.connection.targetPlace, args, help });
    }
  }
});

interface Found {
  readonly contrary: ContraryOutcome;
  readonly node: JourneyNode;
  /** What is shown of where it leads. */
  readonly target: string;
}

function contraryTo(edge: GraphEdge, graph: JourneyGraph): Found | undefined {
  const node = nodeAt(graph, edge.from);
  const decided = node && decidedAt(node, edge);
  if (node === undefined || decided === undefined) return undefined;
  const { decider, word } = decided;
  for (const contrary of contraryOutcomes) {
    if (contrary.outcome !== word || !contrary.types.includes(decider.typeId)) continue;
    const target = targetOf(edge, contrary, decider, graph);
    if (target === undefined || !isOtherwise(edge, contrary, decider, graph)) continue;
    return { contrary, node, target };
  }
  return undefined;
}

/** The node that decides by an outcome, which may stand on a page, and its word for it. */
function decidedAt(node: JourneyNode, { connection }: GraphEdge) {
  const outcome = outcomeWithId(node.outcomes, connection.outcomeId);
  return { decider: deciderOf(node, outcome?.child), word: outcome?.outcome ?? connection.outcomeId };
}

/** The node of the kind in question that an edge leads to, or the first one on the way to success. */
function targetOf(
  edge: GraphEdge,
  { anywhere, to, types }: ContraryOutcome,
  decider: JourneyNode,
  graph: JourneyGraph,
): string | undefined {
  // Another node of the kind decides anew.
  const isAsked = ({ typeId }: JourneyNode) => types.includes(typeId);
  const vertices = anywhere === true ? behind(edge, graph, isAsked) : new Set([edge.to]);
  if (vertices === undefined) return undefined;
  if (to === "success") {
    if (!vertices.has(graph.success)) return undefined;
    const first = nodeAt(graph, edge.to);
    return first === undefined ? "success" : nodeLabel(first);
  }
  for (const vertex of vertices) {
    const node = nodeAt(graph, vertex);
    if (node !== undefined && to(node, decider)) return nodeLabel(node);
  }
  return undefined;
}

/** Whether the other outcome leads to none of that kind, as far as the journey shows. */
function isOtherwise(edge: GraphEdge, contrary: ContraryOutcome, decider: JourneyNode, graph: JourneyGraph): boolean {
  const { other, otherSucceeds, anywhere, to } = contrary;
  if (other === undefined) return true;
  const node = nodeAt(graph, edge.from);
  const opposite = (graph.outgoing[edge.from] ?? []).find((each) => node && decidedAt(node, each).word === other);
  if (opposite === undefined) return false;
  const all = behind(opposite, graph);
  if (otherSucceeds === true && all?.has(graph.success) !== true) return false;
  if (to === "success") return all !== undefined && !all.has(graph.success);
  const ways = anywhere === true ? all : behind(opposite, graph, isQuestion);
  if (ways === undefined) return false;
  return [...ways].every((vertex) => {
    const each = nodeAt(graph, vertex);
    return each === undefined || !(to(each, decider) || isUnclear(each, anywhere === true));
  });
}

/** Inner journeys and unknown nodes may do anything, and scripts anything but ask for what collectors ask for. */
function isUnclear({ typeId, type, children }: JourneyNode, ofScripts: boolean): boolean {
  return (
    type === undefined ||
    typeId === "InnerTreeEvaluatorNode" ||
    (ofScripts && typeId === "ScriptedDecisionNode") ||
    children.some((child) => isUnclear(child, ofScripts))
  );
}

/** So that a large journey with many decisions takes no longer than its size. */
const mostWalked = 300;

/** What lies behind an edge before the journey comes back to its node, or up to nodes where it stops; `undefined` where that is too much to walk. */
function behind(
  { from, to }: GraphEdge,
  graph: JourneyGraph,
  stopsAt: (node: JourneyNode) => boolean = () => false,
): ReadonlySet<number> | undefined {
  const seen = new Set([to]);
  // The set grows while it is walked.
  for (const vertex of seen) {
    if (seen.size > mostWalked) return undefined;
    const node = nodeAt(graph, vertex);
    if (node !== undefined && stopsAt(node)) continue;
    for (const next of graph.outgoing[vertex] ?? []) if (next.to !== from) seen.add(next.to);
  }
  return seen;
}

/** Whether a node asks for more than to go on. */
function isQuestion(node: JourneyNode): boolean {
  return node.typeId !== "MessageNode" && !asksNothing(node);
}

function nodeAt(graph: JourneyGraph, vertex: number): JourneyNode | undefined {
  const found = graph.vertices[vertex];
  return found?.kind === "node" ? found.node : undefined;
}
