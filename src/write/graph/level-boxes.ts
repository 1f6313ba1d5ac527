import type { GridLink } from "../../layout/grid.js";
import { columnRoom } from "./column-room.js";
import type { PictureGrid } from "./picture-grid.js";

/** A step in a line up to this height looks like a mistake; a larger one is intended. */
const farthest = 12;

/**
 * Moves boxes slightly, from left to right, where that makes a line level. The layout places boxes at the mean of their
 * links, which leaves many lines with a tiny step.
 */
export function levelBoxes(
  grid: PictureGrid,
  columns: readonly (readonly number[])[],
  tops: number[],
  boxCount: number,
): void {
  const room = columnRoom(grid, columns, tops);
  const step = ({ from, to, leaves, enters }: GridLink) => (tops[from] ?? 0) + leaves - (tops[to] ?? 0) - enters;
  for (const items of columns) {
    for (const item of items) {
      if (item >= boxCount) continue;
      const left = grid.left[item] ?? [];
      const steps = left.length > 0 ? left.map(step) : (grid.right[item] ?? []).map((link) => -step(link));
      const { least, most } = room(item);
      const top = tops[item] ?? 0;
      const move = smallest(steps.filter((by) => top + by >= least && top + by <= most));
      if (move !== undefined && Math.abs(move) <= farthest) tops[item] = top + move;
    }
  }
}

function smallest(steps: readonly number[]): number | undefined {
  return steps.reduce<number | undefined>(
    (least, step) => (least === undefined || Math.abs(step) < Math.abs(least) ? step : least),
    undefined,
  );
}
