import { createGraph, type GraphEdge, type JourneyGraph, vertexOfTarget } from "../model/graph.js";
import { type Components, loops, stronglyConnectedComponents } from "../model/graph-components.js";
import { immediateDominators } from "../model/graph-dominators.js";
import { reachableFrom } from "../model/graph-reachability.js";
import type { Connection, Journey, JourneyNode } from "../model/model.js";

/** What follows from the edges of a graph alone, whatever its nodes are. */
class Shape {
  readonly #graph: JourneyGraph;
  #reached: ReadonlySet<number> | undefined;
  #components: Components | undefined;
  #dominators: readonly (number | undefined)[] | undefined;
  #loops: readonly (readonly number[])[] | undefined;

  constructor(graph: JourneyGraph) {
    this.#graph = graph;
  }

  get reached(): ReadonlySet<number> {
    this.#reached ??= reachableFrom(this.#graph, this.#graph.start);
    return this.#reached;
  }

  get components(): Components {
    this.#components ??= stronglyConnectedComponents(this.#graph);
    return this.#components;
  }

  get dominators(): readonly (number | undefined)[] {
    this.#dominators ??= immediateDominators(this.#graph);
    return this.#dominators;
  }

  get loops(): readonly (readonly number[])[] {
    this.#loops ??= leadsOnwards(this.#graph) ? [] : loops(this.#graph, this.components);
    return this.#loops;
  }
}

/**
 * Whether each edge leads to a later vertex. In most journeys without loops this holds, because nodes are in reading
 * order.
 */
function leadsOnwards(graph: JourneyGraph): boolean {
  return graph.outgoing.every((edges) => edges.every(({ from, to }) => from < to));
}

/** The ways through a journey. */
export class Ways {
  readonly graph: JourneyGraph;
  readonly shape: Shape;

  private constructor(graph: JourneyGraph, shape: Shape) {
    this.graph = graph;
    this.shape = shape;
  }

  /** Those of a journey; what is known of a version of it that had the same edges is taken over. */
  static through(journey: Journey, before?: Ways): Ways {
    const graph = before && withNodesOf(journey, before.graph);
    if (before !== undefined && graph !== undefined) return new Ways(graph, before.shape);
    const made = createGraph(journey);
    return new Ways(made, new Shape(made));
  }
}

/** The same graph with the nodes of a journey; `undefined` where that has other edges, or its nodes other names. */
function withNodesOf(journey: Journey, graph: JourneyGraph): JourneyGraph | undefined {
  const { nodes, entry } = journey;
  if (nodes.length !== graph.success - 1) return undefined;
  const { byName } = graph;
  const vertices = [...graph.vertices];
  const outgoing = [...graph.outgoing];
  const incoming = [...graph.incoming];
  const lead = (from: number, connections: readonly Connection[]) => {
    const before = graph.outgoing[from] ?? [];
    const now = edgesOf(from, connections, graph);
    if (now.length !== before.length || now.some(({ to }, index) => to !== before[index]?.to)) return false;
    outgoing[from] = now;
    for (const { to } of now)
      incoming[to] = (incoming[to] ?? []).map((edge) =>
        edge.from === from ? (now[before.indexOf(edge)] ?? edge) : edge,
      );
    return true;
  };
  if (!lead(graph.start, entry === undefined ? [] : [entry])) return undefined;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as JourneyNode;
    const known = graph.vertices[index + 1];
    if (known?.kind !== "node") return undefined;
    if (known.node === node) continue;
    if (known.node.name !== node.name || !lead(index + 1, node.connections)) return undefined;
    vertices[index + 1] = { kind: "node", node };
  }
  return { ...graph, vertices, outgoing, incoming, byName };
}

function edgesOf(from: number, connections: readonly Connection[], graph: JourneyGraph): readonly GraphEdge[] {
  return connections.flatMap((connection) => {
    const to = vertexOfTarget(graph, connection.target);
    return to === undefined ? [] : [{ from, to, connection }];
  });
}
