import type { GraphEdge } from "../model/graph.js";
import type { Grid, GridItem, GridLink } from "./grid.js";

/** The common part of the grids for the canvas and for pictures. */
export abstract class GridParts implements Grid {
  readonly items: GridItem[] = [];
  readonly columns: number[][] = [];
  readonly right: GridLink[][] = [];
  readonly left: GridLink[][] = [];
  /** The column of each vertex. Vertices are the first items. */
  protected readonly columnOf: readonly number[];
  readonly #laneItem: GridItem;
  readonly #laneMiddle: number;

  constructor(heights: readonly number[], columnOf: readonly number[], laneHeight: number) {
    this.columnOf = columnOf;
    this.#laneItem = { height: laneHeight, lane: true };
    this.#laneMiddle = laneHeight / 2;
    for (const height of heights) this.#add({ height, lane: false });
  }

  /** Puts a vertex into its column, below those that are there already. */
  place(vertex: number): void {
    this.#put(vertex, this.columnOf[vertex] ?? 0);
  }

  /** The distance from the top of its source to the point where an edge leaves. */
  protected abstract leaves(edge: GraphEdge): number;

  /** The distance from the top of a vertex to the point where edges enter. */
  protected abstract entry(vertex: number): number;

  /** Adds a lane through several columns and returns its items from left to right. */
  protected addLaneItems(first: number, last: number): readonly number[] {
    const items: number[] = [];
    for (let column = first; column <= last; column++) {
      const item = this.#add(this.#laneItem);
      if (column > first) this.#join(item - 1, this.#laneMiddle, item, this.#laneMiddle);
      this.#put(item, column);
      items.push(item);
    }
    return items;
  }

  /**
   * Leads edges into a lane that begins in the column `first`; those from the column before the target lead directly
   * into it.
   */
  protected lead(edges: readonly GraphEdge[], target: number, lane: readonly number[], first: number): void {
    const entry = this.entry(target);
    for (const edge of edges) {
      const through = lane[(this.columnOf[edge.from] ?? 0) + 1 - first];
      if (through === undefined) this.#join(edge.from, this.leaves(edge), target, entry);
      else this.#join(edge.from, this.leaves(edge), through, this.#laneMiddle);
    }
  }

  /** Leads the end of a lane into its target. */
  protected endLane(item: number | undefined, target: number): void {
    if (item !== undefined) this.#join(item, this.#laneMiddle, target, this.entry(target));
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
