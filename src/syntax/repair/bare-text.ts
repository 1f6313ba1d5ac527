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
    // A semicolon ends a statement elsewhere, and is no part of a text.
    if (tokens.typeAt(index) === badCharacters && /[;；()|"]/.test(tokens.imageAt(index))) return false;
  }
  return tokens.typeAt(end - 1) !== comma;
}

/** Whether `=` stands between two words without blanks, as in `uid=reader` and `lang=de`. */
export function isWithinWord(tokens: TokenVector, index: number): boolean {
  return (
    tokens.typeAt(index) === equals &&
    tokens.endAt(index - 1) === tokens.startAt(index) &&
    tokens.endAt(index) === tokens.startAt(index + 1)
  );
}
