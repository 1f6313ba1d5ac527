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

function pathTo(arrivals: ReadonlyMap<number, GraphEdge | undefined>, to: number): readonly GraphEdge[] {
  const path: GraphEdge[] = [];
  for (let edge = arrivals.get(to); edge; edge = arrivals.get(edge.from)) path.push(edge);
  return path.reverse();
}

/** A path of which only the beginning and the end are there. */
export interface PathEnds {
  readonly first: readonly GraphEdge[];
  /** What follows the edges left out, or the beginning. */
  readonly last: readonly GraphEdge[];
  /** The number of edges between. */
  readonly leftOut: number;
}

/** Cuts a path that is longer than both ends together. */
export function endsOf(path: readonly GraphEdge[], atEachEnd: number): PathEnds {
  const leftOut = Math.max(0, path.length - 2 * atEachEnd);
  if (leftOut === 0) return { first: path, last: [], leftOut };
  return { first: path.slice(0, atEachEnd), last: path.slice(-atEachEnd), leftOut };
}

/**
 * The ends of a shortest path from one vertex to any other: the edges are walked once for all of them, and none of the paths is
 * walked as a whole.
 */
export function shortestPathsFrom(
  graph: JourneyGraph,
  from: number,
  follow: EdgeFilter,
  atEachEnd: number,
): (to: number) => PathEnds | undefined {
  const arrivals = new Map<number, Arrival>([[from, { edge: undefined, length: 0, first: [] }]]);
  for (const [vertex, { length, first }] of arrivals) {
    for (const edge of graph.outgoing[vertex] ?? []) {
      if (arrivals.has(edge.to) || !follow(edge)) continue;
      arrivals.set(edge.to, { edge, length: length + 1, first: length < 2 * atEachEnd ? [...first, edge] : first });
    }
  }
  return (to) => {
    const arrival = arrivals.get(to);
    if (arrival === undefined) return undefined;
    const { first, length } = arrival;
    if (length <= 2 * atEachEnd) return endsOf(first, atEachEnd);
    const last: GraphEdge[] = [];
    for (let edge = arrival.edge; edge && last.length < atEachEnd; edge = arrivals.get(edge.from)?.edge)
      last.push(edge);
    return { first: first.slice(0, atEachEnd), last: last.reverse(), leftOut: length - 2 * atEachEnd };
  };
}

/** How a vertex is reached first. */
interface Arrival {
  readonly edge: GraphEdge | undefined;
  readonly length: number;
  /** The edges that lead here, or of a long path those at its beginning. */
  readonly first: readonly GraphEdge[];
}
