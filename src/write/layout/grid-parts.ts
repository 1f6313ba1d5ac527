import type { Grid, GridItem, GridLink } from "./grid.js";

/** A grid in the making: what is common to the layout of a canvas and that of a picture. */
export class GridParts implements Grid {
  readonly items: GridItem[] = [];
  readonly columns: number[][] = [];
  readonly right: GridLink[][] = [];
  readonly left: GridLink[][] = [];

  /** Adds an item that stands in no column yet, and answers its number. */
  protected add(item: GridItem): number {
    this.left.push([]);
    this.right.push([]);
    return this.items.push(item) - 1;
  }

  /** Puts an item into a column, below those that are there. */
  protected put(item: number, column: number): void {
    while (this.columns.length <= column) this.columns.push([]);
    this.columns[column]?.push(item);
  }

  protected join(from: number, leaves: number, to: number, enters: number): void {
    const link: GridLink = { from, to, leaves, enters };
    this.right[from]?.push(link);
    this.left[to]?.push(link);
  }
}
