import type { Coordinates } from "../../model/model.js";
import { countBelow } from "../../text/count-below.js";
import type { Picture } from "./picture.js";

/** A place between two columns where a picture can be cut. */
export interface Cut {
  readonly x: number;
  /** The column behind it, and where its boxes begin. */
  readonly column: number;
  readonly left: number;
  /** The heights of the lines that the cut severs, from top to bottom. Lines to different targets never share one. */
  readonly heights: readonly number[];
  /** Whether a loop turns around at this place, to enter a box right behind it. */
  readonly isTurn: boolean;
}

/** Distance from a cut to the column behind it: right of the gap's uprights, where all lines are level. */
const beforeColumn = 11;

/** Finds all places where a picture can be cut, from left to right. */
export function cutsOf(picture: Picture): readonly Cut[] {
  const lefts = [...new Set(picture.boxes.map(({ x }) => x))].sort((a, b) => a - b).slice(1);
  const cuts = lefts.map((left, index) => {
    return { x: left - beforeColumn, column: index + 1, left, heights: new Set<number>(), isTurn: false };
  });
  const xs = cuts.map(({ x }) => x);
  for (const { points } of [...picture.arrows, ...picture.trunks]) {
    const severed = new Set<number>();
    for (let index = 1; index < points.length; index++) {
      const [from, to] = [points[index - 1] as Coordinates, points[index] as Coordinates];
      const last = countBelow(xs, Math.max(from.x, to.x));
      for (let band = countBelow(xs, Math.min(from.x, to.x)); band < last; band++) {
        const cut = cuts[band];
        if (!cut) continue;
        cut.heights.add(from.y);
        if (severed.has(band)) cut.isTurn = true;
        severed.add(band);
      }
    }
  }
  return cuts.map((cut) => ({ ...cut, heights: [...cut.heights].sort((a, b) => a - b) }));
}
