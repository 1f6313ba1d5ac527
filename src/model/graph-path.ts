import type { EdgeFilter, GraphEdge, JourneyGraph } from "./graph.js";

/**
 * A shortest path from one vertex to another; `undefined` where none exists. Of paths of equal length it is the first
 * in the author's order. The path from a vertex to itself is empty. With `follow`, only some edges are used: so a rule
 * finds a path that avoids a node.
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

/** The same from one vertex to any other: the edges are walked once for all of them. */
export function shortestPathsFrom(
  graph: JourneyGraph,
  from: number,
  follow: EdgeFilter,
): (to: number) => readonly GraphEdge[] | undefined {
  const arrivals = new Map<number, GraphEdge | undefined>([[from, undefined]]);
  for (const vertex of arrivals.keys()) {
    for (const edge of graph.outgoing[vertex] ?? []) {
      if (!arrivals.has(edge.to) && follow(edge)) arrivals.set(edge.to, edge);
    }
  }
  return (to) => (arrivals.has(to) ? pathTo(arrivals, to) : undefined);
}

function pathTo(arrivals: ReadonlyMap<number, GraphEdge | undefined>, to: number): readonly GraphEdge[] {
  const path: GraphEdge[] = [];
  for (let edge = arrivals.get(to); edge; edge = arrivals.get(edge.from)) path.push(edge);
  return path.reverse();
}
