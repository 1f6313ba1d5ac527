import type { JourneyGraph } from "./graph.js";

/** The groups of vertices that can all reach one another. */
export interface Components {
  /** Each vertex is in exactly one group. A group comes before the groups that lead to it. */
  readonly groups: readonly (readonly number[])[];
  /** The index of a vertex's group, by vertex. */
  readonly groupOf: readonly number[];
}

/** Finds the strongly connected components (Tarjan's algorithm, with a stack of its own in place of recursion). */
export function stronglyConnectedComponents(graph: JourneyGraph): Components {
  const search = new ComponentSearch(graph);
  for (let vertex = 0; vertex < graph.vertices.length; vertex++) search.visit(vertex);
  return { groups: search.groups, groupOf: search.groupOf };
}

/** The groups that contain a loop: several vertices, or one with an edge to itself. */
export function loops(graph: JourneyGraph, components: Components): readonly (readonly number[])[] {
  return components.groups.filter(
    (group) => group.length > 1 || group.some((vertex) => graph.outgoing[vertex]?.some((edge) => edge.to === vertex)),
  );
}

const unvisited = -1;

class ComponentSearch {
  readonly groups: number[][] = [];
  readonly groupOf: number[];
  readonly #graph: JourneyGraph;
  readonly #order: number[];
  /** The earliest vertex on the stack that is known to be reached from here. */
  readonly #low: number[];
  readonly #nextEdge: number[];
  readonly #open: number[] = [];
  #count = 0;

  constructor(graph: JourneyGraph) {
    this.#graph = graph;
    this.groupOf = graph.vertices.map(() => unvisited);
    this.#order = graph.vertices.map(() => unvisited);
    this.#low = graph.vertices.map(() => unvisited);
    this.#nextEdge = graph.vertices.map(() => 0);
  }

  visit(root: number): void {
    if (this.#order[root] !== unvisited) return;
    const path = [root];
    this.#enter(root);
    for (let vertex = path.at(-1); vertex !== undefined; vertex = path.at(-1)) {
      const child = this.#advance(vertex);
      if (child !== undefined) {
        this.#enter(child);
        path.push(child);
      } else {
        path.pop();
        this.#leave(vertex, path.at(-1));
      }
    }
  }

  #enter(vertex: number): void {
    this.#order[vertex] = this.#count;
    this.#low[vertex] = this.#count++;
    this.#open.push(vertex);
  }

  /** Follows further edges until one leads to a vertex that was not seen before. */
  #advance(vertex: number): number | undefined {
    const edges = this.#graph.outgoing[vertex] ?? [];
    for (let at = this.#nextEdge[vertex] ?? 0; at < edges.length; at++) {
      const to = edges[at]?.to ?? vertex;
      if (this.#order[to] === unvisited) {
        this.#nextEdge[vertex] = at + 1;
        return to;
      }
      if (this.groupOf[to] === unvisited) this.#lower(vertex, this.#order[to] ?? 0);
    }
    this.#nextEdge[vertex] = edges.length;
    return undefined;
  }

  #leave(vertex: number, parent: number | undefined): void {
    const low = this.#low[vertex] ?? 0;
    if (parent !== undefined) this.#lower(parent, low);
    if (low !== this.#order[vertex]) return;
    const group: number[] = [];
    let member: number | undefined;
    do {
      member = this.#open.pop();
      if (member === undefined) break;
      this.groupOf[member] = this.groups.length;
      group.push(member);
    } while (member !== vertex);
    this.groups.push(group.reverse());
  }

  #lower(vertex: number, low: number): void {
    this.#low[vertex] = Math.min(this.#low[vertex] ?? low, low);
  }
}
