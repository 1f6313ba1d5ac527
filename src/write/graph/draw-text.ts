import { textWidth } from "./text-width.js";
import type { Lettering } from "./wrap-text.js";
import { xmlText } from "./xml-text.js";

/** A line of text in a box, and the width that the box has for it. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly lettering: Lettering;
  /** The class for the style sheet; labels of outcomes have none. */
  readonly kind?: string;
  readonly anchor?: "end";
}

/** Fonts that replace the requested one are wider: DejaVu Sans by a fifth, and its narrow letters by a half. */
const widestFont = 1.5;

/**
 * Draws a text. A text that a wider font could push out of its box gets a fixed length, so that a machine without the
 * picture's fonts draws narrower letters.
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
