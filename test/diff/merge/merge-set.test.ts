import { expect, test } from "vitest";
import { mergeSet } from "../../../src/diff/merge/merge-set.js";

/** Lists as texts of one letter for each item. */
function merge(base: string, ours: string, theirs: string): string | undefined {
  return mergeSet([...base], [...ours], [...theirs])?.join("");
}

test.each<[string, string, string, string, string | undefined]>([
  ["nothing has changed", "abc", "abc", "abc", "abc"],
  ["one is new here", "ab", "axb", "ab", "axb"],
  ["one is new there", "ab", "ab", "axb", "axb"],
  ["each side has a new one", "ab", "abx", "aby", "abxy"],
  ["both have the same new one", "ab", "abx", "axb", "axb"],
  ["one is gone here", "abc", "ac", "abc", "ac"],
  ["one is gone there", "abc", "abc", "ac", "ac"],
  ["another one is gone on each side", "abc", "ab", "bc", "b"],
  ["one is gone here and another is new there", "abc", "bc", "abcd", "bcd"],
  ["all are gone on one side", "ab", "", "ab", ""],
  ["there was nothing before", "", "a", "b", "ab"],
  ["ours has another order", "abc", "cab", "abc", undefined],
  ["theirs has another order", "abc", "abc", "cab", undefined],
  ["one stands twice in base", "aa", "a", "a", undefined],
  ["one stands twice in ours", "a", "aa", "a", undefined],
  ["one stands twice in theirs", "a", "a", "aa", undefined],
  ["each side has a new one elsewhere", "ab", "axb", "yab", "yaxb"],
  ["both have new ones at one place", "ab", "axyb", "awb", "awxyb"],
])("%s: %s, %s, %s", (_what, base, ours, theirs, expected) => {
  expect(merge(base, ours, theirs)).toBe(expected);
  expect(merge(base, theirs, ours)).toBe(expected);
});
