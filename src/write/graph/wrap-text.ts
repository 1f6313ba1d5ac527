import { textWidth } from "./text-width.js";

/** The font size and weight of a text. */
export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
}

const ellipsis = "…";
/** Longer texts are not measured, because no box has room for them. */
const longest = 400;

/**
 * Breaks a text into at most `lines` lines of a width, between words where possible. A text that is too long ends in
 * `…`.
 */
export function wrapText(text: string, width: number, lines: number, lettering: Lettering): readonly string[] {
  const measure = (part: string) => textWidth(part, lettering.size, lettering.bold);
  const words = text
    .slice(0, longest)
    .split(" ")
    .flatMap((word) => breakWord(word, width, measure));
  const wrapped: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || measure(longer) <= width) line = longer;
    else {
      wrapped.push(line);
      line = word;
    }
  }
  wrapped.push(line);
  const isCut = wrapped.length > lines || text.length > longest;
  const kept = wrapped.slice(0, lines);
  if (!isCut) return kept;
  return [...kept.slice(0, -1), shorten(`${kept.at(-1) ?? ""}${ellipsis}`, width, measure)];
}

/** A text on one line, cut where it is too long. */
export function fitText(text: string, width: number, lettering: Lettering): string {
  const measure = (part: string) => textWidth(part, lettering.size, lettering.bold);
  const start = text.slice(0, longest);
  return start.length === text.length && measure(text) <= width ? text : shorten(`${start}${ellipsis}`, width, measure);
}

/** Removes characters before the ellipsis until the rest fits. */
function shorten(text: string, width: number, measure: (part: string) => number): string {
  const characters = [...text].slice(0, -1);
  let room = width - measure(ellipsis);
  let count = 0;
  for (const character of characters) {
    room -= measure(character);
    if (room < 0) break;
    count++;
  }
  return `${characters.slice(0, count).join("").trimEnd()}${ellipsis}`;
}

/**
 * Breaks a word that is too long for a line: after a change from small to capital letters where possible, otherwise
 * anywhere.
 */
function breakWord(word: string, width: number, measure: (part: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  const pieces = word.match(/.[^\p{Lu}_\-./:]{0,11}/gsu) ?? [];
  for (const piece of pieces.flatMap((whole) => (measure(whole) > width ? [...whole] : [whole]))) {
    if (part !== "" && measure(part + piece) > width) {
      parts.push(part);
      part = "";
    }
    part += piece;
  }
  parts.push(part);
  return parts;
}
