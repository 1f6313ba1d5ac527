import type { JourneyGraph } from "../../model/graph.js";
import { boxOf, portOffset } from "./box.js";
import type { ForwardEdges } from "./forward-edges.js";

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

interface GridItem {
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
/** Lanes beyond this many a vertex are not worth their time: such a journey is a thicket anyway. */
const lanesPerVertex = 4;

/** Sorts vertices into columns by their longest way from the start, both ends in the last one. */
export function createGrid(graph: JourneyGraph, forward: ForwardEdges): Grid {
  const columnOf = assignColumns(graph, forward);
  const builder = new GridBuilder(graph, columnOf);
  for (const vertex of forward.reading) builder.place(vertex);
  for (const target of forward.reading) builder.link(target, forward);
  return builder;
}

/** The column of every vertex: its longest way from the start, both ends in the last one. */
export function assignColumns(graph: JourneyGraph, forward: ForwardEdges): readonly number[] {
  const columnOf: number[] = graph.vertices.map((_, vertex) => (vertex === graph.start ? 0 : 1));
  let last = 0;
  for (const vertex of forward.order) {
    if (vertex === graph.success || vertex === graph.failure) continue;
    for (const edge of forward.incoming[vertex] ?? []) {
      columnOf[vertex] = Math.max(columnOf[vertex] ?? 0, (columnOf[edge.from] ?? 0) + 1);
    }
    last = Math.max(last, columnOf[vertex] ?? 0);
  }
  columnOf[graph.success] = last + 1;
  columnOf[graph.failure] = last + 1;
  return columnOf;
}

class GridBuilder implements Grid {
  readonly items: GridItem[] = [];
  readonly columns: number[][] = [];
  readonly right: GridLink[][] = [];
  readonly left: GridLink[][] = [];
  readonly #graph: JourneyGraph;
  readonly #columnOf: readonly number[];
  /** The index of each outcome, by vertex and outcome id. */
  readonly #ports = new Map<number, ReadonlyMap<string, number>>();
  #lanesLeft: number;

  constructor(graph: JourneyGraph, columnOf: readonly number[]) {
    this.#graph = graph;
    this.#columnOf = columnOf;
    this.#lanesLeft = graph.vertices.length * lanesPerVertex;
    for (const vertex of graph.vertices) this.#add({ height: boxOf(vertex).height, lane: false });
  }

  place(vertex: number): void {
    this.#put(vertex, this.#columnOf[vertex] ?? 0);
  }

  /** Links a target to all its sources: directly from the column before, through its lane from farther left. */
  link(target: number, forward: ForwardEdges): void {
    const column = this.#columnOf[target] ?? 0;
    const edges = forward.incoming[target] ?? [];
    const first = edges.reduce((least, edge) => Math.min(least, this.#columnOf[edge.from] ?? 0), column);
    const lane = this.#lane(first + 1, column);
    if (!lane) return;
    const last = lane.at(-1);
    lane.forEach((item, index) => {
      const next = lane[index + 1];
      if (next !== undefined) this.#join(item, laneHeight / 2, next, laneHeight / 2);
    });
    const enters = (this.items[target]?.height ?? 0) / 2;
    if (last !== undefined) this.#join(last, laneHeight / 2, target, enters);
    for (const edge of edges) {
      const leaves = this.#leaves(edge.from, edge.connection.outcomeId);
      const from = this.#columnOf[edge.from] ?? 0;
      const through = lane[from - first];
      if (through === undefined) this.#join(edge.from, leaves, target, enters);
      else this.#join(edge.from, leaves, through, laneHeight / 2);
    }
  }

  /** The lane's items in the columns from `first` up to `end`; `undefined` when there are too many lanes already. */
  #lane(first: number, end: number): readonly number[] | undefined {
    const length = Math.max(0, end - first);
    if (length > this.#lanesLeft) return undefined;
    this.#lanesLeft -= length;
    return Array.from({ length }, (_, index) => {
      const item = this.#add({ height: laneHeight, lane: true });
      this.#put(item, first + index);
      return item;
    });
  }

  #leaves(vertex: number, outcomeId: string): number {
    const source = this.#graph.vertices[vertex];
    const height = this.items[vertex]?.height ?? 0;
    if (source?.kind !== "node") return height / 2;
    let ports = this.#ports.get(vertex);
    if (!ports) {
      ports = new Map(source.node.outcomes.map((outcome, index) => [outcome.id, index]));
      this.#ports.set(vertex, ports);
    }
    const port = ports.get(outcomeId);
    return port === undefined ? height / 2 : portOffset(boxOf(source), port, ports.size);
  }

  #add(item: GridItem): number {
    this.left.push([]);
    this.right.push([]);
    return this.items.push(item) - 1;
  }

  #put(item: number, column: number): void {
    while (this.columns.length <= column) this.columns.push([]);
    this.columns[column]?.push(item);
  }

  #join(from: number, leaves: number, to: number, enters: number): void {
    const link: GridLink = { from, to, leaves, enters };
    this.right[from]?.push(link);
    this.left[to]?.push(link);
  }
}
