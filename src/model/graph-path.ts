import type { EdgeFilter, GraphEdge, JourneyGraph } from "./graph.js";

/**
 * A path with the fewest edges from one vertex to another, `undefined` where none exists; of equally short ones the
 * first in the author's order. The path from a vertex to itself is empty. Leaving edges out (`follow`) answers "can it
 * be reached without passing through …" together with the offending path.
 */
export function shortestPath(
  graph: JourneyGraph,
  from: number,
  to: number,
  follow: EdgeFilter = () => true,
): readonly GraphEdge[] | undefined {
  const arrivals = new Map<number, GraphEdge | undefined>([[from, undefined]]);
  for (const vertex of arrivals.keys()) {
    if (vertex === to) return pathTo(arrivals, to);
    for (const edge of graph.outgoing[vertex] ?? []) {
      if (!arrivals.has(edge.to) && follow(edge)) arrivals.set(edge.to, edge);
    }
  }
  return undefined;
}

function pathTo(arrivals: ReadonlyMap<number, GraphEdge | undefined>, to: number): readonly GraphEdge[] {
  const path: GraphEdge[] = [];
  for (let edge = arrivals.get(to); edge; edge = arrivals.get(edge.from)) path.push(edge);
  return path.reverse();
}
