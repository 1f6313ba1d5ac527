import { countBelow } from "../../text/count-below.js";

/** A stretch of heights that something takes up. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** What becomes of the heights of a picture when empty space between them is taken out. */
export interface Squeezed {
  readonly height: number;
  /** The new height of something, from 0. */
  readonly at: (y: number) => number;
}

/** More space than this between two things is not needed where only uprights pass. */
const enough = 28;

/** Takes out the space that nothing but upright lines uses. */
export function squeeze(stretches: readonly Stretch[]): Squeezed {
  const tops: number[] = [];
  const shifts: number[] = [];
  let end = 0;
  for (const { top, bottom } of [...stretches].sort((a, b) => a.top - b.top)) {
    const room = tops.length === 0 ? top : top - end - enough;
    if (tops.length === 0 || room > 0) {
      tops.push(top);
      shifts.push((shifts.at(-1) ?? 0) + room);
      end = bottom;
    } else end = Math.max(end, bottom);
  }
  const at = (y: number) => y - (shifts[countBelow(tops, y + 1) - 1] ?? 0);
  return { height: at(end), at };
}
