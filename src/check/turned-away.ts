import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import { reachableFrom, reaching } from "../model/graph-reachability.js";
import type { JourneyNode } from "../model/model.js";
import { outcomeWithId } from "../model/outcome-index.js";
import type { JourneyFacts } from "./journey-facts.js";
import { hasRole } from "./node-behaviour.js";
import { meaningOf, taskOf } from "./outcome-meaning.js";

type Walked = Pick<JourneyFacts, "graph">;

const denying =
  /^(?:false|no|reject(?:ed)?|error|fail(?:ed|ure)?|exception|time_?out|unavailable|denied|locked|expired|cancell?ed|aborted|exceeded|not_?found|unknown|invalid)$/i;

/**
 * Whether an arrow would let somebody go on whom the journey turns away: from an outcome that says so, or from a message behind one, to a
 * node that leads to success. Back to before the decision is another thing, unless a limit has turned them away. Nobody is advised to write
 * such an arrow.
 */
export function letsPassWhoIsTurnedAway(
  { node, outcomeIds }: { readonly node: JourneyNode; readonly outcomeIds: readonly string[] },
  to: JourneyNode,
  { graph }: Walked,
): boolean {
  const from = graph.byName.get(node.name);
  const target = graph.byName.get(to.name);
  if (from === undefined || target === undefined || !reachableFrom(graph, target).has(graph.success)) return false;
  const isMessage = node.typeId === "MessageNode" || (node.children.length === 0 && node.outcomes.length < 2);
  const isBehind = (turnsAway: (edge: GraphEdge) => boolean) =>
    isMessage && !reachableFrom(graph, graph.start, (edge) => !turnsAway(edge)).has(from);
  const isLimited = (id: string) => isLimit(node, id);
  if (outcomeIds.some(isLimited) || isBehind((edge) => isEdgeOf(graph, edge, isLimit))) return true;
  const saysSo = outcomeIds.every((id) => meaningOf(node, id) === "failed");
  if (!saysSo && !isBehind((edge) => isEdgeOf(graph, edge, denies))) return false;
  // A change that failed is not tried again from the beginning.
  if (outcomeIds.some((id) => taskOf(node, id) === "write")) return true;
  const before = reaching(graph, from);
  return reachableFrom(graph, target, ({ to: next }) => !before.has(next)).has(graph.success);
}

function isEdgeOf(
  graph: JourneyGraph,
  { from, connection }: GraphEdge,
  test: (node: JourneyNode, outcomeId: string) => boolean,
): boolean {
  const vertex = graph.vertices[from];
  return vertex?.kind === "node" && test(vertex.node, connection.outcomeId);
}

function isLimit(node: JourneyNode, outcomeId: string): boolean {
  return outcomeId === "Reject" && hasRole(node, "limits-retries");
}

/** Whether an outcome of a decision turns somebody away. */
function denies(node: JourneyNode, outcomeId: string): boolean {
  if (node.outcomes.length < 2) return false;
  const word = outcomeWithId(node.outcomes, outcomeId)?.outcome ?? outcomeId;
  return meaningOf(node, outcomeId) === "failed" || denying.test(word);
}
