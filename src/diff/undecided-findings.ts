import { firstVisible } from "../check/proof/first-visible.js";
import { createGraph } from "../model/graph.js";
import type { Journey, JourneyNode } from "../model/model.js";

/**
 * Whether nobody can say that a node of the new version no longer reveals which accounts exist: a script, an inner journey or an unknown
 * node is the first that users see after one of its outcomes, and the rule is silent there.
 */
export function mayStillReveal(node: JourneyNode, journey: Journey): boolean {
  const graph = createGraph(journey);
  const vertex = graph.vertices.findIndex((each) => each.kind === "node" && each.node === node);
  return (graph.outgoing[vertex] ?? []).some(({ to }) => firstVisible(graph, to, () => true) === undefined);
}
