import type { GraphEdge, JourneyGraph } from "../model/graph.js";

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
  const walk = new Walk(graph);
  walk.from(graph.start);
  for (let vertex = 0; vertex < graph.vertices.length; vertex++) {
    if (graph.incoming[vertex]?.length === 0) walk.from(vertex);
  }
  // What is left are loops that nothing leads to.
  for (let vertex = 0; vertex < graph.vertices.length; vertex++) walk.from(vertex);
  const { finished, met, outgoing, incoming } = walk;
  finished.reverse();
  for (const vertices of [finished, met]) vertices.push(graph.success, graph.failure);
  return { order: finished, reading: met, outgoing, incoming };
}

/** Both ends come last in any case, so the walk passes them over: nothing follows them. */
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
