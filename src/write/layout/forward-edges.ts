import type { GraphEdge, JourneyGraph } from "../../model/graph.js";

/** The loop-free part of a journey that its layout follows from left to right. */
export interface ForwardEdges {
  /** All vertices, each after those that its forward edges come from; `success` and `failure` are the last two. */
  readonly order: readonly number[];
  /** All vertices as a reader meets them, following the outcomes in the author's order; both ends last. */
  readonly reading: readonly number[];
  /** The forward edges that leave a vertex, by vertex. */
  readonly outgoing: readonly (readonly GraphEdge[])[];
  /** The forward edges that enter a vertex, by vertex. */
  readonly incoming: readonly (readonly GraphEdge[])[];
}

const unvisited = 0;
const opened = 1;
const closed = 2;

/**
 * Leaves out the edges that close a loop, as a depth-first walk from `start` meets them: what leads back to a step that
 * the user has already seen points left, and nothing else does. Parts that `start` does not reach are walked from
 * their own beginnings, in the author's order.
 */
export function forwardEdges(graph: JourneyGraph): ForwardEdges {
  const state: number[] = graph.vertices.map(() => unvisited);
  const met: number[] = [];
  const finished: number[] = [];
  const incoming: GraphEdge[][] = graph.vertices.map(() => []);
  const outgoing: GraphEdge[][] = graph.vertices.map(() => []);
  const open = (vertex: number, stack: { vertex: number; next: number }[]) => {
    state[vertex] = opened;
    met.push(vertex);
    stack.push({ vertex, next: 0 });
  };
  for (const root of roots(graph)) {
    if (state[root] !== unvisited) continue;
    const stack: { vertex: number; next: number }[] = [];
    open(root, stack);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = graph.outgoing[top.vertex]?.[top.next++];
      if (!edge) {
        state[top.vertex] = closed;
        finished.push(top.vertex);
        stack.pop();
      } else if (state[edge.to] !== opened) {
        outgoing[edge.from]?.push(edge);
        incoming[edge.to]?.push(edge);
        if (state[edge.to] === unvisited) open(edge.to, stack);
      }
    }
  }
  return { order: endsLast(graph, finished.reverse()), reading: endsLast(graph, met), outgoing, incoming };
}

function endsLast(graph: JourneyGraph, vertices: readonly number[]): readonly number[] {
  const ends = [graph.success, graph.failure];
  return [...vertices.filter((vertex) => !ends.includes(vertex)), ...ends];
}

/** Where walks begin: `start`, what nothing leads to, then all the rest (loops that nothing leads to). */
function* roots(graph: JourneyGraph): Generator<number> {
  yield graph.start;
  for (const vertex of graph.vertices.keys()) if (graph.incoming[vertex]?.length === 0) yield vertex;
  yield* graph.vertices.keys();
}
