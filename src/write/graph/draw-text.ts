import { textWidth } from "./text-width.js";
import type { Lettering } from "./wrap-text.js";
import { xmlText } from "./xml-text.js";

/** A line of text in a box, and the room that the box has for it. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly lettering: Lettering;
  /** The class that the style sheet knows it by; outcomes have none. */
  readonly kind?: string;
  readonly anchor?: "end";
}

/** Fonts that stand in for the one asked for are wider than it: DejaVu Sans by a fifth, and its thin letters by a half. */
const widestFont = 1.5;

/**
 * Draws a text. One that a wider font would push out of its box says how long it is, and a reader's machine that lacks the
 * fonts of the pictures then draws narrower letters.
 */
export function drawText({ text, x, y, room, lettering, kind, anchor }: DrawnText): string {
  const width = textWidth(text, lettering.size, lettering.bold);
  return [
    kind === undefined ? "<text" : `<text class="${kind}"`,
    ` x="${x}" y="${y}"`,
    anchor === undefined ? "" : ` text-anchor="${anchor}"`,
    width * widestFont > room ? ` textLength="${Math.round(width * 10) / 10}" lengthAdjust="spacingAndGlyphs"` : "",
    `>${xmlText(text)}</text>`,
  ].join("");
}
