import { expect, test } from "vitest";
import { BitSet } from "../../../src/check/state/bit-set.js";

const limit = 40;
const setOf = (...values: readonly number[]) => {
  const set = new BitSet(limit);
  for (const value of values) set.add(value);
  return set;
};
const valuesOf = (set: BitSet) => Array.from({ length: limit }, (_, value) => value).filter((value) => set.has(value));

// 15 and 16 lie on both sides of the border between two words; 31 and 32 on the next one.
const some = [0, 1, 15, 16, 17, 31, 32, 39];

test("a set has what was added and nothing else", () => {
  expect(valuesOf(setOf())).toEqual([]);
  expect(valuesOf(setOf(...some))).toEqual(some);
  for (const value of some) expect(valuesOf(setOf(value))).toEqual([value]);
});

test("what lies beyond the limit is not there", () => {
  expect(setOf(...some).has(1000)).toBe(false);
  expect(new BitSet(0).has(0)).toBe(false);
});

test.each<[readonly number[], readonly number[], readonly number[], boolean]>([
  [[], [], [], false],
  [[1], [1], [1], false],
  [[1], [2], [1, 2], true],
  [[1], [17], [1, 17], true],
  [[1, 17], [1], [1, 17], false],
  [[1], [2, 17], [1, 2, 17], true],
  [[2, 17], [3, 17], [2, 3, 17], true],
])("%j with all of %j", (left, right, expected, changed) => {
  const set = setOf(...left);
  expect(set.addAll(setOf(...right))).toBe(changed);
  expect(valuesOf(set)).toEqual(expected);
  expect(set.addAll(setOf(...right))).toBe(false);
});

test.each<[readonly number[], readonly number[], readonly number[], readonly number[], boolean]>([
  [[], [1, 17], [], [1, 17], true],
  [[], [1, 17], [1], [17], true],
  [[], [1, 17], [17], [1], true],
  [[1], [1, 17], [17], [1], false],
  [[1], [1, 17], [1], [1, 17], true],
  [[17], [1], [1, 17], [17], false],
])("%j with all of %j but %j", (left, right, but, expected, changed) => {
  const set = setOf(...left);
  expect(set.addAllBut(setOf(...right), setOf(...but))).toBe(changed);
  expect(valuesOf(set)).toEqual(expected);
});

test.each<[readonly number[], readonly number[], readonly number[], boolean]>([
  [[1, 17], [1, 17], [1, 17], false],
  [[1, 17], [1], [1], true],
  [[1, 17], [17], [17], true],
  [[1], [1, 17], [1], false],
  [[1, 17], [], [], true],
  [[], [1], [], false],
])("what %j has in common with %j", (left, right, expected, changed) => {
  const set = setOf(...left);
  expect(set.keepAll(setOf(...right))).toBe(changed);
  expect(valuesOf(set)).toEqual(expected);
});

test("what is removed is gone, the rest stays", () => {
  const set = setOf(...some);
  set.removeAll(setOf(1, 16, 20));
  expect(valuesOf(set)).toEqual([0, 15, 17, 31, 32, 39]);
});

test("a copy is a set of its own", () => {
  const set = setOf(1, 17);
  const copy = set.copy();
  copy.add(2);
  set.add(3);
  expect(valuesOf(copy)).toEqual([1, 2, 17]);
  expect(valuesOf(set)).toEqual([1, 3, 17]);
});
