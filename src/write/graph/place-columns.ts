import type { GapTracks } from "./gaps.js";
import type { NodeBox } from "./node-box.js";

/** Where columns stand, and the uprights between them. */
export interface ColumnPlaces {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly width: number;
  /** The x of a target's upright in the gap behind a column. */
  readonly trackAt: (gap: number, target: number) => number;
}

const trackWidth = 12;
/** Between the boxes of two columns and the first and last upright between them. */
const gapSide = { left: 18, right: 22 };
const narrowestGap = 48;

/** Makes each column as wide as its widest box, and each gap as wide as its uprights need. */
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
