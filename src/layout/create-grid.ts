import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import type { NodeOutcome } from "../model/model.js";
import { heightOf, portOffset } from "./box.js";
import type { ForwardEdges } from "./forward-edges.js";
import type { Grid } from "./grid.js";
import { GridParts } from "./grid-parts.js";

const laneHeight = 10;
/** With more lanes per vertex than this a journey is a thicket, and lanes are not worth their time. */
const lanesPerVertex = 4;

/** Puts the vertices into their columns and links them. */
export function createGrid(
  graph: JourneyGraph,
  { reading, incoming }: ForwardEdges,
  columnOf: readonly number[],
): Grid {
  const grid = new CanvasGrid(graph, columnOf);
  for (const vertex of reading) grid.place(vertex);
  for (const target of reading) grid.link(target, incoming[target] ?? []);
  return grid;
}

class CanvasGrid extends GridParts {
  readonly #graph: JourneyGraph;
  #lanesLeft: number;

  constructor(graph: JourneyGraph, columnOf: readonly number[]) {
    super(graph.vertices.map(heightOf), columnOf, laneHeight);
    this.#graph = graph;
    this.#lanesLeft = graph.vertices.length * lanesPerVertex;
  }

  /** Links a target to its sources: directly from the column before, and through its lane from columns farther left. */
  link(target: number, edges: readonly GraphEdge[]): void {
    const column = this.columnOf[target] ?? 0;
    let first = column;
    for (const edge of edges) first = Math.min(first, (this.columnOf[edge.from] ?? 0) + 1);
    const length = column - first;
    if (length > this.#lanesLeft) return;
    this.#lanesLeft -= length;
    const lane = this.addLaneItems(first, column - 1);
    this.endLane(lane.at(-1), target);
    this.lead(edges, target, lane, first);
  }

  protected entry(vertex: number): number {
    return (this.items[vertex]?.height ?? 0) / 2;
  }

  protected leaves({ from, connection }: GraphEdge): number {
    const source = this.#graph.vertices[from];
    const height = this.items[from]?.height ?? 0;
    const outcomes = source?.kind === "node" ? source.node.outcomes : [];
    const port = portOf(outcomes, connection.outcomeId);
    return port === undefined ? height / 2 : portOffset(height, port, outcomes.length);
  }
}

/**
 * Up to this many outcomes are searched one by one; a map of them would cost more, and would keep the journey alive in
 * the young generation.
 */
const fewOutcomes = 16;
const knownPorts = new WeakMap<readonly NodeOutcome[], ReadonlyMap<string, number>>();

/** The index of an outcome by its id, which is the port that its arrow leaves from. */
function portOf(outcomes: readonly NodeOutcome[], id: string): number | undefined {
  if (outcomes.length <= fewOutcomes) {
    for (let index = outcomes.length - 1; index >= 0; index--) if (outcomes[index]?.id === id) return index;
    return undefined;
  }
  let ports = knownPorts.get(outcomes);
  if (ports === undefined) {
    ports = new Map(outcomes.map((outcome, index) => [outcome.id, index]));
    knownPorts.set(outcomes, ports);
  }
  return ports.get(id);
}
