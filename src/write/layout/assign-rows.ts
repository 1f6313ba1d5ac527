import { rowGap } from "./box.js";
import type { Grid } from "./grid.js";

const laneGap = 10;

/** Finds the top of every item: arrows as level as the order and the gaps between boxes allow. */
export function assignRows(grid: Grid, columns: readonly (readonly number[])[]): readonly number[] {
  const tops = grid.items.map(() => 0);
  for (const column of columns) settle(grid, column, tops, () => 0);
  const fromLeft = (item: number) =>
    mean((grid.left[item] ?? []).map((link) => (tops[link.from] ?? 0) + link.leaves - link.enters));
  const fromRight = (item: number) =>
    mean((grid.right[item] ?? []).map((link) => (tops[link.to] ?? 0) + link.enters - link.leaves));
  const backwards = [...columns].reverse();
  for (const column of columns) settle(grid, column, tops, fromLeft);
  for (const column of backwards) settle(grid, column, tops, fromRight);
  for (const column of columns) settle(grid, column, tops, fromLeft);
  // A last look to the right draws the start, and whatever nothing leads to, to the level of what follows.
  for (const column of backwards) {
    settle(grid, column, tops, (item) => (grid.left[item]?.length ? tops[item] : fromRight(item)));
  }
  return tops;
}

/** A run of items that touch one another and therefore move together. */
interface Block {
  readonly sum: number;
  readonly count: number;
}

/**
 * Places one column: as near to the wished tops as possible (least squares), in the given order, without overlap. With
 * the room above each item taken off, that is a monotone regression: neighbours out of order merge into blocks.
 */
function settle(
  grid: Grid,
  column: readonly number[],
  tops: number[],
  wish: (item: number) => number | undefined,
): void {
  const rooms: number[] = [];
  const blocks: Block[] = [];
  let room = 0;
  column.forEach((item, index) => {
    if (index > 0) room += separation(grid, column[index - 1] ?? item, item);
    rooms.push(room);
    let block: Block = { sum: (wish(item) ?? tops[item] ?? 0) - room, count: 1 };
    for (let above = blocks.at(-1); above && above.sum / above.count > block.sum / block.count; above = blocks.at(-1)) {
      block = { sum: block.sum + above.sum, count: block.count + above.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  let index = 0;
  for (const block of blocks) {
    for (const end = index + block.count; index < end; index++) {
      tops[column[index] ?? 0] = block.sum / block.count + (rooms[index] ?? 0);
    }
  }
}

function separation(grid: Grid, above: number, below: number): number {
  const gap = grid.items[above]?.lane || grid.items[below]?.lane ? laneGap : rowGap;
  return (grid.items[above]?.height ?? 0) + gap;
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
