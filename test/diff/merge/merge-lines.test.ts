import { expect, test } from "vitest";
import { conflictingLines, mergeLines, mergeText } from "../../../src/diff/merge/merge-lines.js";

/** Lines as texts of one letter each. */
function merge(base: string, ours: string, theirs: string): string | undefined {
  return mergeLines([...base], [...ours], [...theirs])?.join("");
}

test.each<[string, string, string, string, string | undefined]>([
  ["nothing has changed", "abc", "abc", "abc", "abc"],
  ["one changed here", "abc", "aXc", "abc", "aXc"],
  ["one changed there", "abc", "abc", "aXc", "aXc"],
  ["both changed it alike", "abc", "aXc", "aXc", "aXc"],
  ["both changed it", "abc", "aXc", "aYc", undefined],
  ["two that lie apart changed", "abcd", "Xbcd", "abcY", "XbcY"],
  ["two neighbours changed", "abcd", "aXcd", "abYd", undefined],
  ["one is new here and another there", "abc", "aXbc", "abYc", "aXbYc"],
  ["both have new ones at one place", "ab", "aXb", "aYb", undefined],
  ["one is gone here and another there", "abcde", "acde", "abce", "ace"],
  ["one is new at the end", "ab", "ab", "abX", "abX"],
  ["one is new at the start", "ab", "Xab", "ab", "Xab"],
  ["one is gone at the end, one is new at the start", "abc", "ab", "Xabc", "Xab"],
  ["all is new on one side", "", "", "X", "X"],
  ["all is gone here and changed there", "ab", "", "aX", undefined],
  ["one is added to what the other changed alike", "abc", "XYc", "Xbc", undefined],
])("%s", (_what, base, ours, theirs, expected) => {
  expect(merge(base, ours, theirs)).toBe(expected);
});

test("texts are merged line by line, with the end of the text as it is", () => {
  expect(mergeText("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n")).toBe("A\nb\nC\n");
  expect(mergeText("a\nb\nc", "a\nb\nc\n", "A\nb\nc")).toBe("A\nb\nc\n");
  expect(mergeText("a\nb\n", "A\nb\n", "x\nb\n")).toBeUndefined();
});

test("the lines that both changed are told by their place in base", () => {
  expect(conflictingLines("a\nb\nc\nd\ne", "a\nX\nc\nd\ne2", "a\nY\nZ\nc\nd\ne")).toMatchObject([
    { at: 1, base: ["b"], ours: ["X"], theirs: ["Y", "Z"] },
  ]);
});
