import { type TokenVector, typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import { typeNumbers } from "./type-numbers.js";

const { at, colon, comma, dot, equals, name, number, string } = typeNumbers;
const badCharacters = typeIndex(t.BadCharacters);

/** What a text without its quotes consists of: nothing that gives a line a structure of its own. */
const inText: ReadonlySet<number> = new Set([name, number, dot, comma, at, badCharacters]);

/**
 * Where a text without its quotes begins in a line `key: some words`, between two indexes; -1 where the line has another form,
 * or where it begins after `atLeast`.
 */
export function bareTextStart(tokens: TokenVector, start: number, end: number, atLeast: number): number {
  const key = tokens.typeAt(start);
  if (key !== name && key !== string) return -1;
  let first = start + 1;
  if (tokens.typeAt(first) === dot) first += 2;
  if (tokens.typeAt(first) !== colon) return -1;
  first++;
  if (first >= atLeast || tokens.typeAt(first) !== name) return -1;
  return endsAText(tokens, first, end) ? first : -1;
}

/** Whether the tokens from `first` to the end of the line can be the words of one text. */
export function endsAText(tokens: TokenVector, first: number, end: number): boolean {
  for (let index = first; index < end; index++) {
    if (!inText.has(tokens.typeAt(index)) && !isWithinWord(tokens, index)) return false;
    if (tokens.typeAt(index) !== badCharacters) continue;
    const image = tokens.imageAt(index);
    // A semicolon at the end ends a statement elsewhere, and is no part of a text.
    if (/[()|"]/.test(image) || (/[;；]/.test(image) && index === end - 1)) return false;
  }
  return tokens.typeAt(end - 1) !== comma;
}

/** Whether `=` belongs to a word, as in `uid=reader` and `lang=de`, or ends it as in `YWJj==`. */
export function isWithinWord(tokens: TokenVector, index: number): boolean {
  if (tokens.typeAt(index) !== equals || tokens.endAt(index - 1) !== tokens.startAt(index)) return false;
  const end = tokens.endAt(index);
  const next = index + 1 < tokens.length ? tokens.startAt(index + 1) : tokens.text.length;
  return end === next || tokens.text.slice(end, next).includes("\n");
}
