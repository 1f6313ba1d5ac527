import { countCrossings } from "./count-crossings.js";
import type { Grid } from "./grid.js";

/** Each sweep goes once to the right and once back; real journeys settle after two. */
const sweeps = 4;

/**
 * Orders the items of each column so that few arrows cross: an item moves to the mean position of the items that it is
 * linked to.
 */
export function orderColumns(grid: Grid): readonly (readonly number[])[] {
  let columns: readonly (readonly number[])[] = grid.columns;
  let best = columns;
  let fewest = countCrossings(grid, best);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const places = placesIn(grid, columns);
    // The exact point where an arrow leaves its box counts, so that the outcomes of one node keep their order.
    const fromLeft = (item: number) =>
      (grid.left[item] ?? []).map(({ from, leaves }) => (places[from] ?? 0) + leaves / (grid.items[from]?.height ?? 1));
    const fromRight = (item: number) =>
      (grid.right[item] ?? []).map(({ to, enters }) => (places[to] ?? 0) + enters / (grid.items[to]?.height ?? 1));
    const toRight = columns.map((column) => sortByMean(column, places, fromLeft));
    const toLeft = toRight.reverse().map((column) => sortByMean(column, places, fromRight));
    columns = toLeft.reverse();
    const crossings = countCrossings(grid, columns);
    if (crossings < fewest) {
      fewest = crossings;
      best = columns;
    }
  }
  return best;
}

/** The index of each item in its column. */
function placesIn(grid: Grid, columns: readonly (readonly number[])[]): number[] {
  const places = grid.items.map(() => 0);
  for (const column of columns) {
    for (const [place, item] of column.entries()) places[item] = place;
  }
  return places;
}

/** Sorts one column and records the new indexes, so that the next column is sorted by them. */
function sortByMean(
  column: readonly number[],
  places: number[],
  levelsOf: (item: number) => readonly number[],
): number[] {
  const means = new Map(
    column.map((item) => {
      const levels = levelsOf(item);
      const sum = levels.reduce((total, level) => total + level, 0);
      return [item, levels.length === 0 ? (places[item] ?? 0) : sum / levels.length];
    }),
  );
  const sorted = [...column].sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0));
  for (const [place, item] of sorted.entries()) places[item] = place;
  return sorted;
}
