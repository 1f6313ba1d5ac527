import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";

/** The numbers that token vectors have for the marks and values of the language. */
export const typeNumbers = {
  arrow: typeIndex(tokens.Arrow),
  at: typeIndex(tokens.At),
  colon: typeIndex(tokens.Colon),
  comma: typeIndex(tokens.Comma),
  dot: typeIndex(tokens.Dot),
  duration: typeIndex(tokens.DurationLiteral),
  equals: typeIndex(tokens.Equals),
  lBrace: typeIndex(tokens.LBrace),
  lBracket: typeIndex(tokens.LBracket),
  name: typeIndex(tokens.NameToken),
  number: typeIndex(tokens.NumberLiteral),
  rBrace: typeIndex(tokens.RBrace),
  rBracket: typeIndex(tokens.RBracket),
  string: typeIndex(tokens.StringLiteral),
} as const;

/** The same by what is written. */
export const markTypes: ReadonlyMap<string, number> = new Map([
  ["->", typeNumbers.arrow],
  ["@", typeNumbers.at],
  [":", typeNumbers.colon],
  [",", typeNumbers.comma],
  [".", typeNumbers.dot],
  ["=", typeNumbers.equals],
  ["{", typeNumbers.lBrace],
  ["[", typeNumbers.lBracket],
  ["}", typeNumbers.rBrace],
  ["]", typeNumbers.rBracket],
]);
