import type { EdgeFilter, GraphEdge, JourneyGraph } from "./graph.js";
import { shortestPath } from "./graph-path.js";

/** The same graph with only the edges that a filter accepts. */
export function filteredGraph(graph: JourneyGraph, keep: EdgeFilter): JourneyGraph {
  return {
    ...graph,
    outgoing: graph.outgoing.map((edges) => edges.filter(keep)),
    incoming: graph.incoming.map((edges) => edges.filter(keep)),
  };
}

/** A shortest path from a vertex back to itself; `undefined` where there is none. */
export function shortestCycle(graph: JourneyGraph, vertex: number): readonly GraphEdge[] | undefined {
  let best: readonly GraphEdge[] | undefined;
  for (const edge of graph.outgoing[vertex] ?? []) {
    const back = shortestPath(graph, edge.to, vertex);
    if (back !== undefined && (best === undefined || back.length + 1 < best.length)) best = [edge, ...back];
  }
  return best;
}
