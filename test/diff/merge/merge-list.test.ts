import { describe, expect, test } from "vitest";
import { keyed, mergeKeyed } from "../../../src/diff/merge/merge-list.js";
import { isSameOrder } from "../../../src/diff/merge/merged-order.js";

const letters = (text: string) => keyed([...text], (letter) => letter);

/** Merges lists of letters; what base has and one side lacks is gone. */
function merge(base: string, ours: string, theirs: string, isOrdered = false): string {
  const merged = mergeKeyed(
    letters(base),
    letters(ours),
    letters(theirs),
    (before, left, right) => {
      if (left === undefined || right === undefined) return before === undefined ? (left ?? right) : undefined;
      return left;
    },
    isOrdered,
  );
  return merged.join("");
}

describe("the order", () => {
  test.each<[string, string, string, string, string]>([
    ["what is new there stands behind its predecessor", "abc", "abc", "axbc", "axbc"],
    ["what is new there and has no predecessor stands first", "ab", "ab", "xyab", "xyab"],
    ["two that follow each other stay together", "ab", "ab", "axyb", "axyb"],
    ["what is new there stands behind what ours has moved", "abc", "cab", "abcx", "cxab"],
    ["what is new here stays where it is", "ab", "axb", "ab", "axb"],
    ["what is gone on one side is gone", "abc", "ac", "abc", "ac"],
    ["what is gone there is gone", "abc", "abc", "ab", "ab"],
    ["without a meaning, order is that of ours", "abc", "abc", "cab", "abc"],
  ])("%s", (_what, base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs)).toBe(expected);
  });

  test.each<[string, string, string, string, string]>([
    ["theirs has changed it", "abc", "abc", "cab", "cab"],
    ["ours has changed it", "abc", "cab", "abc", "cab"],
    ["both have changed it", "abc", "cab", "bca", "cab"],
    ["theirs has changed it and ours has a new one", "abc", "abxc", "cab", "cabx"],
    ["theirs has changed it around what is gone here", "abc", "ab", "cba", "ba"],
    ["theirs has a new one only", "ab", "ab", "xab", "xab"],
    ["both have new ones at one place", "ab", "abyx", "abz", "abyxz"],
    ["both have new ones at one place, the other way round", "ab", "abz", "abyx", "abyxz"],
  ])("where it means something: %s", (_what, base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs, true)).toBe(expected);
  });
});

test("a key that stands twice is another one each time", () => {
  expect(letters("aba").map(({ key }) => key)).toEqual(["a", "b", "a\u00002"]);
  expect(letters("aaa").map(({ key }) => key)).toEqual(["a", "a\u00002", "a\u00003"]);
  expect(merge("ab", "aba", "ab")).toBe("aba");
});

test("each side's member is handed over as it is", () => {
  const seen: unknown[] = [];
  mergeKeyed(letters("ab"), letters("bc"), letters("cd"), (...sides) => {
    seen.push(sides);
    return undefined;
  });
  expect(seen).toEqual([
    ["b", "b", undefined],
    [undefined, "c", "c"],
    [undefined, undefined, "d"],
  ]);
});

test.each<[string, string, boolean]>([
  ["abc", "abc", true],
  ["abc", "ac", true],
  ["ac", "abc", true],
  ["axb", "ayb", true],
  ["ab", "ba", false],
  ["xab", "byax", false],
  ["", "ab", true],
  ["ab", "cd", true],
])("whether %s and %s have the same order", (left, right, expected) => {
  expect(isSameOrder([...left], [...right])).toBe(expected);
});
