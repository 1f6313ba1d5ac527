import type { Place } from "../diagnostic.js";
import { displayWidth, printableCharacter } from "./printable.js";

/** A line of the source as shown, and the part to underline, in terminal columns. */
export interface Excerpt {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly underlineStart: number;
  readonly underlineWidth: number;
}

const ellipsis = "…";

/**
 * The line of a place, cut around it to fit into `columns`. A place over several lines is underlined to the end of its
 * first line. Only the text near the place is read, so that a file with one endless line costs no more.
 */
export function excerptOf(place: Place, columns: number): Excerpt {
  const { source } = place;
  const start = Math.min(Math.max(0, place.range.start), source.text.length);
  const { line, column } = source.positionAt(start);
  const lineStart = start - (column - 1);
  const end = Math.max(start, Math.min(place.range.end, endOfLine(source.text, start, columns * 2)));

  const marked = show(source.text.slice(start, Math.min(end, start + columns * 2)));
  const markedRoom = Math.max(8, columns - Math.min(20, column));
  const middle = takeFirst(marked, markedRoom);
  const width = displayWidth(middle.text);
  const beforeRoom = Math.max(0, Math.min(columns - width - 2, Math.max(columns >> 1, columns - width - 24)));
  const before = takeLast(show(source.text.slice(Math.max(lineStart, start - columns * 2), start)), beforeRoom);
  const cutBefore = before.cut || lineStart < start - columns * 2;
  const head = (cutBefore ? ellipsis : "") + before.text;
  const afterRoom = Math.max(0, columns - displayWidth(head) - width - 1);
  const after = middle.cut
    ? { text: ellipsis, cut: false }
    : takeFirst(show(source.text.slice(end, endOfLine(source.text, end, columns * 2))), afterRoom);
  return {
    line,
    column,
    text: (head + middle.text + after.text + (after.cut ? ellipsis : "")).trimEnd(),
    underlineStart: displayWidth(head),
    underlineWidth: Math.max(1, width),
  };
}

/** The end of the line that contains `from`; at most `reach` characters are searched. */
function endOfLine(text: string, from: number, reach: number): number {
  const stretch = text.slice(from, from + reach);
  const lineBreak = stretch.indexOf("\n");
  if (lineBreak === -1) return from + stretch.length;
  return from + (stretch[lineBreak - 1] === "\r" ? lineBreak - 1 : lineBreak);
}

function show(text: string): readonly string[] {
  return Array.from(text, printableCharacter);
}

function takeFirst(characters: readonly string[], room: number): { text: string; cut: boolean } {
  let text = "";
  let width = 0;
  for (const character of characters) {
    width += displayWidth(character);
    if (width > room) return { text, cut: true };
    text += character;
  }
  return { text, cut: false };
}

function takeLast(characters: readonly string[], room: number): { text: string; cut: boolean } {
  let first = characters.length;
  let width = 0;
  while (first > 0) {
    width += displayWidth(characters[first - 1] ?? "");
    if (width > room) break;
    first--;
  }
  return { text: characters.slice(first).join(""), cut: first > 0 };
}
