import { expect, test } from "vitest";
import {
  type BitWords,
  bitsWithout,
  bitWordsOf,
  hasBit,
  intersection,
  union,
} from "../../../src/check/state/bit-words.js";

const valuesOf = (words: BitWords) =>
  Array.from({ length: 40 }, (_, value) => value).filter((value) => hasBit(words, value));

// 15 and 16 lie on both sides of the border between two words; 31 and 32 on the next one.
const some = [0, 1, 15, 16, 17, 31, 32, 39];

test("a set has what it was made of and nothing else", () => {
  expect(valuesOf(bitWordsOf([]))).toEqual([]);
  expect(valuesOf(bitWordsOf(some))).toEqual(some);
  expect(valuesOf(bitWordsOf([...some].reverse()))).toEqual(some);
  for (const value of some) expect(valuesOf(bitWordsOf([value]))).toEqual([value]);
});

test("what lies beyond the last word is not there", () => {
  expect(hasBit(bitWordsOf(some), 1000)).toBe(false);
  expect(hasBit([], 0)).toBe(false);
});

type Case = readonly [readonly number[], readonly number[], readonly number[]];

function expectSet(make: (left: BitWords, right: BitWords) => BitWords, [left, right, expected]: Case): void {
  const [first, second] = [bitWordsOf(left), bitWordsOf(right)];
  const made = make(first, second);
  expect(valuesOf(made)).toEqual(expected);
  // Neither of the sets has changed, and the first one is given back where it is the answer.
  expect([valuesOf(first), valuesOf(second)]).toEqual([left, right]);
  expect(made === first).toBe(expected.length === left.length);
}

test.each<Case>([
  [[], [], []],
  [[1], [1], [1]],
  [[1], [2], [1, 2]],
  [[1], [17], [1, 17]],
  [[1, 17], [1], [1, 17]],
  [[1], [2, 17], [1, 2, 17]],
  [
    [2, 17],
    [3, 17],
    [2, 3, 17],
  ],
  [[1], [39], [1, 39]],
])("%j or %j", (...each) => expectSet(union, each));

test.each<Case>([
  [
    [1, 17],
    [1, 17],
    [1, 17],
  ],
  [[1, 17], [1], [1]],
  [[1, 17], [17], [17]],
  [[1], [1, 17], [1]],
  [[1, 17], [], []],
  [[], [1], []],
])("%j and %j", (...each) => expectSet(intersection, each));

test.each<Case>([
  [some, [1, 16, 20], [0, 15, 17, 31, 32, 39]],
  [[1, 17], [], [1, 17]],
  [
    [1, 17],
    [2, 39],
    [1, 17],
  ],
  [[1, 17], [17], [1]],
  [[], [1], []],
])("%j without %j", (...each) => expectSet(bitsWithout, each));
