import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import type { NodeOutcome } from "../../model/model.js";
import { boxOf, portOffset } from "./box.js";
import type { ForwardEdges } from "./forward-edges.js";
import { GridParts } from "./grid-parts.js";

/**
 * What is put in order column by column: the vertices, and lanes that keep room for arrows passing a column. All long
 * arrows to one target share its lane, so that a journey whose every step may fail needs one lane, not a bundle.
 */
export interface Grid {
  readonly items: readonly GridItem[];
  /** Items of each column, from top to bottom. The first so many items are the vertices, with the same numbers. */
  readonly columns: readonly (readonly number[])[];
  /** Links to the next column and from the previous one, by item. */
  readonly right: readonly (readonly GridLink[])[];
  readonly left: readonly (readonly GridLink[])[];
}

export interface GridItem {
  readonly height: number;
  readonly lane: boolean;
}

export interface GridLink {
  readonly from: number;
  readonly to: number;
  /** How far below the top of `from` it leaves. */
  readonly leaves: number;
  /** How far below the top of `to` it enters. */
  readonly enters: number;
}

const laneHeight = 10;
const laneItem: GridItem = { height: laneHeight, lane: true };
/** Lanes beyond this many a vertex are not worth their time: such a journey is a thicket anyway. */
const lanesPerVertex = 4;

/** Sorts vertices into columns by their longest way from the start, both ends in the last one. */
export function createGrid(graph: JourneyGraph, forward: ForwardEdges): Grid {
  const columnOf = assignColumns(graph, forward);
  const builder = new GridBuilder(graph, columnOf);
  for (const vertex of forward.reading) builder.place(vertex);
  for (const target of forward.reading) builder.link(target, forward.incoming[target] ?? []);
  return builder;
}

/** The column of every vertex: its longest way from the start, both ends in the last one. */
export function assignColumns(graph: JourneyGraph, forward: ForwardEdges): readonly number[] {
  const columnOf: number[] = [];
  for (let vertex = 0; vertex < graph.vertices.length; vertex++) columnOf.push(vertex === graph.start ? 0 : 1);
  let last = 0;
  for (const vertex of forward.order) {
    if (vertex === graph.success || vertex === graph.failure) continue;
    let column = columnOf[vertex] ?? 0;
    for (const edge of forward.incoming[vertex] ?? []) column = Math.max(column, (columnOf[edge.from] ?? 0) + 1);
    columnOf[vertex] = column;
    last = Math.max(last, column);
  }
  columnOf[graph.success] = last + 1;
  columnOf[graph.failure] = last + 1;
  return columnOf;
}

class GridBuilder extends GridParts {
  readonly #graph: JourneyGraph;
  readonly #columnOf: readonly number[];
  #lanesLeft: number;

  constructor(graph: JourneyGraph, columnOf: readonly number[]) {
    super();
    this.#graph = graph;
    this.#columnOf = columnOf;
    this.#lanesLeft = graph.vertices.length * lanesPerVertex;
    for (const vertex of graph.vertices) this.add({ height: boxOf(vertex).height, lane: false });
  }

  place(vertex: number): void {
    this.put(vertex, this.#columnOf[vertex] ?? 0);
  }

  /** Links a target to all its sources: directly from the column before, through its lane from farther left. */
  link(target: number, edges: readonly GraphEdge[]): void {
    const column = this.#columnOf[target] ?? 0;
    let first = column;
    for (const edge of edges) first = Math.min(first, this.#columnOf[edge.from] ?? 0);
    const length = Math.max(0, column - first - 1);
    if (length > this.#lanesLeft) return;
    this.#lanesLeft -= length;
    const enters = (this.items[target]?.height ?? 0) / 2;
    // The items of a lane are numbered from left to right.
    const lane = this.items.length;
    for (let index = 0; index < length; index++) this.put(this.add(laneItem), first + 1 + index);
    for (let item = lane; item < lane + length; item++) {
      if (item + 1 < lane + length) this.join(item, laneHeight / 2, item + 1, laneHeight / 2);
      else this.join(item, laneHeight / 2, target, enters);
    }
    for (const edge of edges) {
      const leaves = this.#leaves(edge.from, edge.connection.outcomeId);
      const index = (this.#columnOf[edge.from] ?? 0) - first;
      if (index >= length) this.join(edge.from, leaves, target, enters);
      else this.join(edge.from, leaves, lane + index, laneHeight / 2);
    }
  }

  #leaves(vertex: number, outcomeId: string): number {
    const source = this.#graph.vertices[vertex];
    const box = this.items[vertex];
    if (box === undefined) return 0;
    const outcomes = source?.kind === "node" ? source.node.outcomes : [];
    const port = portOf(outcomes, outcomeId);
    return port === undefined ? box.height / 2 : portOffset(box, port, outcomes.length);
  }
}

/** Up to so many outcomes are looked through; a map of them would cost more, and keep its journey alive in the young generation. */
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
