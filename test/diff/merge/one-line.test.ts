import { expect, test } from "vitest";
import { oneLine } from "../../../src/diff/merge/one-line.js";

test.each<[string, string]>([
  ["plain", "plain"],
  ["two\nlines", "two lines"],
  ["two\r\nlines", "two lines"],
  ["three\n\n\nline ends", "three line ends"],
  ["a\u0000b\u0008c\u001fd\u007fe", "a b c d e"],
  ["a\u0085b\u2028c\u2029d", "a b c d"],
  ["a\ttab", "a\ttab"],
  ["  blanks at the end  \n", "  blanks at the end"],
])("%j", (text, expected) => {
  expect(oneLine(text)).toBe(expected);
});
