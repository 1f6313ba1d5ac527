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
    if (vertex === to) return pathTo((at) => arrivals.get(at), to);
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
  // An array, since the whole way is walked again for each of the vertices.
  const arrivals: (GraphEdge | "origin" | undefined)[] = graph.vertices.map(() => undefined);
  arrivals[from] = "origin";
  const reached = [from];
  // The list grows while it is walked.
  for (const vertex of reached) {
    for (const edge of graph.outgoing[vertex] ?? []) {
      if (arrivals[edge.to] !== undefined || !follow(edge)) continue;
      arrivals[edge.to] = edge;
      reached.push(edge.to);
    }
  }
  return (to) => (arrivals[to] === undefined ? undefined : pathTo((vertex) => arrivals[vertex], to));
}

function pathTo(
  arrivalAt: (vertex: number) => GraphEdge | "origin" | undefined,
  to: number,
): readonly GraphEdge[] {
  const path: GraphEdge[] = [];
  let edge = arrivalAt(to);
  while (edge !== undefined && edge !== "origin") {
    path.push(edge);
    edge = arrivalAt(edge.from);
  }
  return path.reverse();
}
