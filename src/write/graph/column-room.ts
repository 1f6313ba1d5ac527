import type { PictureGrid } from "./picture-grid.js";

/** The range of heights in which an item of a column keeps its distance from its neighbours. */
export interface Room {
  readonly least: number;
  readonly most: number;
}

/** The least space between items. The layout leaves a little more, which small corrections may use. */
const beside = { lane: 6, box: 16 };

/** Returns a function that computes the room of an item from the present tops. */
export function columnRoom(
  grid: PictureGrid,
  columns: readonly (readonly number[])[],
  tops: readonly number[],
): (item: number) => Room {
  const above = new Map<number, number>();
  const below = new Map<number, number>();
  for (const items of columns) {
    items.forEach((item, place) => {
      const next = items[place + 1];
      if (next === undefined) return;
      below.set(item, next);
      above.set(next, item);
    });
  }
  const heightOf = (item: number) => grid.items[item]?.height ?? 0;
  const gap = (one: number, other: number) =>
    grid.items[one]?.lane || grid.items[other]?.lane ? beside.lane : beside.box;
  return (item) => {
    const [over, under] = [above.get(item), below.get(item)];
    return {
      least: over === undefined ? Number.NEGATIVE_INFINITY : (tops[over] ?? 0) + heightOf(over) + gap(over, item),
      most: under === undefined ? Number.POSITIVE_INFINITY : (tops[under] ?? 0) - heightOf(item) - gap(item, under),
    };
  };
}
