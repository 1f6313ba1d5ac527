import type { EdgeFilter, GraphEdge, JourneyGraph } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { isWellKnown } from "./proof-of-outcome.js";

/**
 * A shortest path that begins with an edge and leads to a node for which `isEnd` holds. It passes only well-known nodes
 * that are no barrier.
 */
export function pathFrom(
  graph: JourneyGraph,
  first: GraphEdge,
  isEnd: (node: JourneyNode) => boolean,
  isBarrier: (node: JourneyNode) => boolean,
): readonly GraphEdge[] | undefined {
  const passes: EdgeFilter = ({ from }) => {
    const vertex = graph.vertices[from];
    return vertex?.kind === "node" && isPlain(vertex.node) && !isBarrier(vertex.node);
  };
  for (const index of reachableFrom(graph, first.to, passes)) {
    const vertex = graph.vertices[index];
    if (vertex?.kind !== "node" || !isEnd(vertex.node)) continue;
    const rest = shortestPath(graph, first.to, index, passes);
    return rest && [first, ...rest];
  }
  return undefined;
}

function isPlain(node: JourneyNode): boolean {
  return isWellKnown(node) && node.children.every((child) => isWellKnown(child));
}
