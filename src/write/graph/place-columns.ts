import type { GapTracks } from "./gaps.js";
import type { NodeBox } from "./node-box.js";

/** The positions of columns and of the vertical lines between them. */
export interface ColumnPlaces {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly width: number;
  /** The x of a target's vertical line in the gap after a column. */
  readonly trackAt: (gap: number, target: number) => number;
}

/** Distance between two vertical lines. */
export const trackWidth = 12;
/** Distance between the boxes of a column and the nearest vertical line. */
const gapSide = { left: 18, right: 22 };
const narrowestGap = 48;

/** Makes each column as wide as its widest box, and each gap as wide as its vertical lines need. */
export function placeColumns(
  boxes: readonly NodeBox[],
  columns: readonly (readonly number[])[],
  tracks: readonly GapTracks[],
  margin: number,
): ColumnPlaces {
  const lefts: number[] = [];
  const widths: number[] = [];
  let x = margin;
  columns.forEach((items, column) => {
    const width = items.reduce((most, item) => Math.max(most, boxes[item]?.width ?? 0), 0);
    lefts.push(x);
    widths.push(width);
    x += width + (column === columns.length - 1 ? margin : gapWidth(tracks[column]));
  });
  const trackAt = (gap: number, target: number) =>
    (lefts[gap] ?? 0) + (widths[gap] ?? 0) + gapSide.left + (tracks[gap]?.get(target) ?? 0) * trackWidth;
  return { lefts, widths, width: x, trackAt };
}

function gapWidth(tracks: GapTracks | undefined): number {
  let last = 0;
  for (const track of tracks?.values() ?? []) last = Math.max(last, track);
  return Math.max(narrowestGap, gapSide.left + gapSide.right + last * trackWidth);
}
