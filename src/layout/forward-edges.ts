import type { GraphEdge, JourneyGraph } from "../model/graph.js";

/** The part of a journey without loops, which its layout follows from left to right. */
export interface ForwardEdges {
  /** All vertices, each after the sources of its forward edges; `success` and `failure` are the last two. */
  readonly order: readonly number[];
  /** All vertices as a reader meets them, following the outcomes in the author's order; the two ends are last. */
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
 * Finds the forward edges: all except those that close a loop in a depth-first walk from `start`. Edges that lead back
 * to a step that the user has seen point left, and no others. Parts that `start` does not reach are walked from their
 * own first vertices, in the author's order.
 */
export function forwardEdges(graph: JourneyGraph): ForwardEdges {
  const walk = new Walk(graph);
  walk.from(graph.start);
  for (let vertex = 0; vertex < graph.vertices.length; vertex++) {
    if (graph.incoming[vertex]?.length === 0) walk.from(vertex);
  }
  // The rest are loops that nothing leads to.
  for (let vertex = 0; vertex < graph.vertices.length; vertex++) walk.from(vertex);
  const { finished, met, outgoing, incoming } = walk;
  finished.reverse();
  for (const vertices of [finished, met]) vertices.push(graph.success, graph.failure);
  return { order: finished, reading: met, outgoing, incoming };
}

/** A depth-first walk. It skips both ends, which always come last because nothing follows them. */
class Walk {
  readonly met: number[] = [];
  readonly finished: number[] = [];
  readonly outgoing: GraphEdge[][] = [];
  readonly incoming: GraphEdge[][] = [];
  readonly #graph: JourneyGraph;
  readonly #state: number[] = [];
  /** The next edge to follow, by vertex. */
  readonly #next: number[] = [];

  constructor(graph: JourneyGraph) {
    this.#graph = graph;
    for (let vertex = 0; vertex < graph.vertices.length; vertex++) {
      this.#state.push(vertex === graph.success || vertex === graph.failure ? closed : unvisited);
      this.#next.push(0);
      this.outgoing.push([]);
      this.incoming.push([]);
    }
  }

  from(root: number): void {
    if (this.#state[root] !== unvisited) return;
    const stack: number[] = [];
    this.#open(root, stack);
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as number;
      const next = this.#next[top] as number;
      const edge = this.#graph.outgoing[top]?.[next];
      this.#next[top] = next + 1;
      if (edge === undefined) {
        this.#state[top] = closed;
        this.finished.push(top);
        stack.pop();
      } else if (this.#state[edge.to] !== opened) {
        this.outgoing[edge.from]?.push(edge);
        this.incoming[edge.to]?.push(edge);
        if (this.#state[edge.to] === unvisited) this.#open(edge.to, stack);
      }
    }
  }

  #open(vertex: number, stack: number[]): void {
    this.#state[vertex] = opened;
    this.met.push(vertex);
    stack.push(vertex);
  }
}
