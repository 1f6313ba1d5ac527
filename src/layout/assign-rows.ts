import { rowGap } from "./box.js";
import type { Grid, GridLink } from "./grid.js";

const laneGap = 10;

/**
 * Computes the top of each item, so that arrows are as level as the order and the gaps between boxes (`boxGap` at least)
 * allow.
 */
export function assignRows(grid: Grid, columns: readonly (readonly number[])[], boxGap = rowGap): readonly number[] {
  const rows = new Rows(grid, boxGap);
  const fromRight = columns.toReversed();
  rows.settle(columns, "stack");
  rows.settle(columns, "left");
  rows.settle(fromRight, "right");
  rows.settle(columns, "left");
  // A last pass to the right moves the start, and everything that nothing leads to, to the level of what follows.
  rows.settle(fromRight, "right of roots");
  return rows.tops;
}

/**
 * The items that a column is aligned with: none, its predecessors, its successors, or its successors only for items
 * without predecessors.
 */
type Side = "stack" | "left" | "right" | "right of roots";

class Rows {
  readonly tops: number[] = [];
  readonly #grid: Grid;
  readonly #boxGap: number;
  /** The sums and sizes of blocks: runs of items that touch each other and therefore move together. */
  readonly #sums: number[] = [];
  readonly #counts: number[] = [];
  /** The space above each item of the column. */
  readonly #rooms: number[] = [];

  constructor(grid: Grid, boxGap: number) {
    this.#grid = grid;
    this.#boxGap = boxGap;
    for (let item = 0; item < grid.items.length; item++) this.tops.push(0);
  }

  settle(columns: readonly (readonly number[])[], side: Side): void {
    for (const column of columns) this.#settleColumn(column, side);
  }

  /**
   * Places one column as close to the wished tops as possible (least squares), in the given order and without overlap.
   * With the space above each item subtracted, this is a monotone regression: neighbours in the wrong order are merged
   * into blocks.
   */
  #settleColumn(column: readonly number[], side: Side): void {
    const sums = this.#sums;
    const counts = this.#counts;
    const rooms = this.#rooms;
    let blocks = 0;
    let room = 0;
    for (let index = 0; index < column.length; index++) {
      const item = column[index] ?? 0;
      if (index > 0) room += this.#separation(column[index - 1] ?? 0, item);
      rooms[index] = room;
      let sum = this.#wish(item, side) - room;
      let count = 1;
      while (blocks > 0 && (sums[blocks - 1] ?? 0) / (counts[blocks - 1] ?? 1) > sum / count) {
        blocks--;
        sum = (sums[blocks] ?? 0) + sum;
        count += counts[blocks] ?? 0;
      }
      sums[blocks] = sum;
      counts[blocks] = count;
      blocks++;
    }
    let index = 0;
    for (let block = 0; block < blocks; block++) {
      const top = (sums[block] ?? 0) / (counts[block] ?? 1);
      for (const end = index + (counts[block] ?? 0); index < end; index++) {
        this.tops[column[index] ?? 0] = top + (rooms[index] ?? 0);
      }
    }
  }

  #separation(above: number, below: number): number {
    const upper = this.#grid.items[above];
    return (upper?.height ?? 0) + (upper?.lane || this.#grid.items[below]?.lane ? laneGap : this.#boxGap);
  }

  #wish(item: number, side: Side): number {
    if (side === "stack") return 0;
    const present = this.tops[item] ?? 0;
    const left = this.#grid.left[item] ?? [];
    if (side === "left") return left.length === 0 ? present : this.#level(left, side);
    if (side === "right of roots" && left.length > 0) return present;
    const right = this.#grid.right[item] ?? [];
    return right.length === 0 ? present : this.#level(right, side);
  }

  /** The mean of the tops at which the arrows are level. */
  #level(links: readonly GridLink[], side: Side): number {
    let sum = 0;
    for (const { from, to, leaves, enters } of links) {
      sum += side === "left" ? (this.tops[from] ?? 0) + leaves - enters : (this.tops[to] ?? 0) + enters - leaves;
    }
    return sum / links.length;
  }
}
