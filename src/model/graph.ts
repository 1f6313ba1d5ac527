import type { Connection, Journey, JourneyNode, Target } from "./model.js";

/**
 * A journey as a graph whose vertices are small integers, so that algorithms need no hashing. 0 is `start`, then come
 * the nodes in the author's order, then `success` and `failure`. Inner nodes are no vertices, because a page is entered
 * and left as a whole.
 */
export interface JourneyGraph {
  readonly vertices: readonly GraphVertex[];
  readonly start: number;
  readonly success: number;
  readonly failure: number;
  /** The edges that leave each vertex, in the author's order. Connections to ids outside the journey are no edges. */
  readonly outgoing: readonly (readonly GraphEdge[])[];
  /** The edges that enter each vertex, in the order of their sources. */
  readonly incoming: readonly (readonly GraphEdge[])[];
  /** The vertex of each node by its name; of two nodes with one name, the first. */
  readonly byName: ReadonlyMap<string, number>;
}

/** A node, or the start or an end. */
export type GraphVertex =
  | { readonly kind: "start" }
  | { readonly kind: "node"; readonly node: JourneyNode }
  | { readonly kind: "success" }
  | { readonly kind: "failure" };

/** A connection between two vertices. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly connection: Connection;
}

/** Tells which edges an algorithm may follow. */
export type EdgeFilter = (edge: GraphEdge) => boolean;

/** Makes the graph of a journey, in linear time. */
export function createGraph(journey: Journey): JourneyGraph {
  const builder = new GraphBuilder(journey.nodes);
  if (journey.entry) builder.connect(0, journey.entry);
  journey.nodes.forEach((node, index) => {
    for (const connection of node.connections) builder.connect(index + 1, connection);
  });
  return builder;
}

const start: GraphVertex = { kind: "start" };
const success: GraphVertex = { kind: "success" };
const failure: GraphVertex = { kind: "failure" };

class GraphBuilder implements JourneyGraph {
  readonly vertices: GraphVertex[] = [];
  readonly start: number;
  readonly success: number;
  readonly failure: number;
  readonly outgoing: GraphEdge[][] = [];
  readonly incoming: GraphEdge[][] = [];
  readonly byName = new Map<string, number>();

  constructor(nodes: readonly JourneyNode[]) {
    this.start = this.#add(start);
    for (const node of nodes) this.#addNode(node);
    this.success = this.#add(success);
    this.failure = this.#add(failure);
  }

  #addNode(node: JourneyNode): void {
    const vertex = this.#add({ kind: "node", node });
    if (!this.byName.has(node.name)) this.byName.set(node.name, vertex);
  }

  #add(vertex: GraphVertex): number {
    this.outgoing.push([]);
    this.incoming.push([]);
    return this.vertices.push(vertex) - 1;
  }

  connect(from: number, connection: Connection): void {
    const to = vertexOfTarget(this, connection.target);
    if (to === undefined) return;
    const edge: GraphEdge = { from, to, connection };
    this.outgoing[from]?.push(edge);
    this.incoming[to]?.push(edge);
  }
}

/** The vertex of a target; `undefined` for an id or name that the journey does not have. */
export function vertexOfTarget(
  graph: Pick<JourneyGraph, "byName" | "success" | "failure">,
  target: Target | { readonly kind: "node"; readonly name: string },
): number | undefined {
  switch (target.kind) {
    case "node":
      return graph.byName.get(target.name);
    case "success":
      return graph.success;
    case "failure":
      return graph.failure;
    case "foreign":
      return undefined;
    default:
      return target satisfies never;
  }
}

/** The vertices at one end of edges, each once, in the order of the edges. */
export function neighbours(edges: readonly GraphEdge[], end: "from" | "to"): readonly number[] {
  return [...new Set(edges.map((edge) => edge[end]))];
}
