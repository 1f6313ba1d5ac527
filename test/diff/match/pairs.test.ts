import { expect, test } from "vitest";
import { groupFree, Pairs, pairInOrder, pairUnique } from "../../../src/diff/match/pairs.js";

/** Words whose key is their first letter; a word that begins with `-` has none. */
const keyOf = (word: string) => (word.startsWith("-") ? undefined : word.charAt(0));

test("each thing has one partner at most", () => {
  const pairs = new Pairs<string>();
  expect(pairs.pair("a", "x")).toBe(true);
  expect(pairs.pair("a", "y")).toBe(false);
  expect(pairs.pair("b", "x")).toBe(false);
  expect(pairs.pair("b", "y")).toBe(true);
  expect([...pairs.entries()]).toEqual([
    ["a", "x"],
    ["b", "y"],
  ]);
  expect([pairs.afterOf("a"), pairs.afterOf("c"), pairs.beforeOf("y"), pairs.beforeOf("z")]).toEqual([
    "x",
    undefined,
    "b",
    undefined,
  ]);
  expect([pairs.isFreeBefore("a"), pairs.isFreeBefore("c"), pairs.isFreeAfter("x"), pairs.isFreeAfter("z")]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test("what is free is grouped by key, in the order of both sides", () => {
  const pairs = new Pairs<string>();
  pairs.pair("a0", "b0");
  const groups = [...groupFree(pairs, ["a0", "a1", "-", "b1", "a2"], ["b0", "c1", "a3", "-"], keyOf)];
  expect(groups).toEqual([
    { before: ["a1", "a2"], after: ["a3"] },
    { before: ["b1"], after: [] },
    { before: [], after: ["c1"] },
  ]);
});

test("only what is alone with its key on both sides is paired", () => {
  const pairs = new Pairs<string>();
  const made = pairUnique(pairs, ["a1", "b1", "b2", "c1", "d1", "-1"], ["a2", "b3", "c2", "c3", "e1", "-2"], keyOf);
  expect(made).toEqual([["a1", "a2"]]);
  expect([...pairs.entries()]).toEqual(made);
});

test("what has a partner already does not stand in the way", () => {
  const pairs = new Pairs<string>();
  pairs.pair("b1", "b3");
  expect(pairUnique(pairs, ["b1", "b2"], ["b3", "b4"], keyOf)).toEqual([["b2", "b4"]]);
});

test("things of one key are paired in their order, as long as there are two of them", () => {
  const pairs = new Pairs<string>();
  expect(pairInOrder(pairs, ["a1", "b1", "a2", "a3"], ["a4", "a5", "b2", "b3"], keyOf)).toEqual([
    ["a1", "a4"],
    ["a2", "a5"],
    ["b1", "b2"],
  ]);
});
