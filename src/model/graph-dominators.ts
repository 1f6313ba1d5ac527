import type { GraphEdge, JourneyGraph } from "./graph.js";

/** A graph, as far as dominators depend on it; `JourneyGraph` is one. */
export interface FlowGraph {
  readonly outgoing: readonly (readonly Arrow[])[];
  readonly incoming: readonly (readonly Arrow[])[];
}

type Arrow = Pick<GraphEdge, "from" | "to">;

/**
 * The immediate dominator of every vertex: the last one, before the vertex itself, that every path from the root must
 * pass. `undefined` for the root and for vertices that it does not reach. Lengauer and Tarjan's algorithm with path compression,
 * O(m log n) for any graph; the plain iterative one is quadratic on deep journeys full of loops.
 */
export function immediateDominators(graph: JourneyGraph): readonly (number | undefined)[] {
  return dominatorsFrom(graph, graph.start);
}

/** The same for any root. */
export function dominatorsFrom(graph: FlowGraph, root: number): readonly (number | undefined)[] {
  return new DominatorSearch(graph, root).run();
}

/** The immediate post-dominator of every vertex: the next one that every path from there to success passes. */
export function immediatePostDominators(graph: JourneyGraph): readonly (number | undefined)[] {
  return dominatorsFrom({ outgoing: turned(graph.incoming), incoming: turned(graph.outgoing) }, graph.success);
}

/** The same edges in the other direction. */
export function turned(edges: readonly (readonly Arrow[])[]): Arrow[][] {
  return edges.map((list) => list.map(({ from, to }) => ({ from: to, to: from })));
}

/** Whether every path from the root to `vertex` passes `by`. A vertex dominates itself. */
export function isDominatedBy(dominators: readonly (number | undefined)[], vertex: number, by: number): boolean {
  for (let at: number | undefined = vertex; at !== undefined; at = dominators[at]) if (at === by) return true;
  return false;
}

/**
 * Tells whether every path from the root to `vertex` passes `by`. What is to be asked of many vertices is asked here: the tree of the dominators
 * is numbered once, and a vertex lies below another one if its number lies between two.
 */
export function dominance(dominators: readonly (number | undefined)[]): (vertex: number, by: number) => boolean {
  const below: (number[] | undefined)[] = dominators.map(() => undefined);
  const roots: number[] = [];
  dominators.forEach((above, vertex) => {
    if (above === undefined) roots.push(vertex);
    else if (below[above] === undefined) below[above] = [vertex];
    else below[above]?.push(vertex);
  });
  const first = new Int32Array(dominators.length);
  const last = new Int32Array(dominators.length);
  let count = 0;
  // A vertex is entered with its number, and left with the complement of it.
  const open = roots;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next < 0) {
      last[~next] = count;
      continue;
    }
    first[next] = count++;
    open.push(~next);
    for (const each of below[next] ?? []) open.push(each);
  }
  return (vertex, by) => {
    const number = first[vertex] ?? -1;
    return (first[by] ?? 0) <= number && number < (last[by] ?? 0);
  };
}

/** Works with depth-first numbers; `#vertexAt` and `#numberOf` translate between these and vertices. */
class DominatorSearch {
  readonly #graph: FlowGraph;
  readonly #vertexAt: number[] = [];
  readonly #numberOf = new Map<number, number>();
  readonly #parent: number[] = [];
  readonly #semi: number[] = [];
  readonly #ancestor: (number | undefined)[] = [];
  readonly #best: number[] = [];

  constructor(graph: FlowGraph, root: number) {
    this.#graph = graph;
    this.#number(root);
  }

  run(): readonly (number | undefined)[] {
    const size = this.#vertexAt.length;
    const dominator: number[] = new Array<number>(size).fill(0);
    const bucket: number[][] = Array.from({ length: size }, () => []);
    for (let at = size - 1; at > 0; at--) {
      const semi = this.#semiDominator(at);
      this.#semi[at] = semi;
      bucket[semi]?.push(at);
      const parent = this.#parent[at] ?? 0;
      this.#ancestor[at] = parent;
      for (const waiting of bucket[parent] ?? []) {
        const best = this.#evaluate(waiting);
        dominator[waiting] = (this.#semi[best] ?? 0) < parent ? best : parent;
      }
      bucket[parent] = [];
    }
    const result: (number | undefined)[] = this.#graph.outgoing.map(() => undefined);
    for (let at = 1; at < size; at++) {
      const near = dominator[at] ?? 0;
      // A dominator that was only known as that of another vertex is resolved now, in the order of the walk.
      if (near !== this.#semi[at]) dominator[at] = dominator[near] ?? 0;
      result[this.#vertexAt[at] ?? 0] = this.#vertexAt[dominator[at] ?? 0];
    }
    return result;
  }

  /** Depth-first numbering without recursion. */
  #number(root: number): void {
    const stack: { vertex: number; next: number }[] = [];
    const enter = (vertex: number, parent: number) => {
      const at = this.#vertexAt.push(vertex) - 1;
      this.#numberOf.set(vertex, at);
      this.#parent.push(parent);
      this.#semi.push(at);
      this.#best.push(at);
      this.#ancestor.push(undefined);
      stack.push({ vertex, next: 0 });
    };
    enter(root, 0);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = this.#graph.outgoing[top.vertex]?.[top.next++];
      if (!edge) stack.pop();
      else if (!this.#numberOf.has(edge.to)) enter(edge.to, this.#numberOf.get(top.vertex) ?? 0);
    }
  }

  #semiDominator(at: number): number {
    let semi = this.#parent[at] ?? 0;
    for (const edge of this.#graph.incoming[this.#vertexAt[at] ?? 0] ?? []) {
      const from = this.#numberOf.get(edge.from);
      if (from !== undefined) semi = Math.min(semi, this.#semi[this.#evaluate(from)] ?? semi);
    }
    return semi;
  }

  /** The vertex with the least semidominator on the path up the forest. The path is shortened for later calls. */
  #evaluate(at: number): number {
    const way: number[] = [];
    let top = at;
    for (let up = this.#ancestor[top]; up !== undefined; up = this.#ancestor[top]) {
      way.push(top);
      top = up;
    }
    if (way.length === 0) return at;
    // `top` is the root of its tree; the vertex below it already knows its best.
    for (let index = way.length - 2; index >= 0; index--) {
      const below = way[index] ?? at;
      const above = way[index + 1] ?? at;
      const bestAbove = this.#best[above] ?? above;
      const best = this.#best[below] ?? below;
      if ((this.#semi[bestAbove] ?? 0) < (this.#semi[best] ?? 0)) this.#best[below] = bestAbove;
      this.#ancestor[below] = top;
    }
    return this.#best[at] ?? at;
  }
}
