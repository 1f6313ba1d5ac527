import { expect, test } from "vitest";
import { BitSet } from "../../../src/check/state/bit-set.js";
import { StateSet } from "../../../src/check/state/state-set.js";

const limit = 4;
/** A set of digits; with `*`, it holds everything besides. */
function setOf(text: string): StateSet {
  const set = new StateSet(limit);
  for (const digit of text.replace("*", "")) set.add(Number(digit));
  set.holdsEverything = text.includes("*");
  return set;
}
const textOf = (set: StateSet) =>
  [0, 1, 2, 3].filter((value) => set.has(value)).join("") + (set.holdsEverything ? "*" : "");

test.each<[string, string, string, boolean]>([
  ["0", "1", "01", true],
  ["01", "1", "01", false],
  ["0", "*", "0*", true],
  ["0*", "*", "0*", false],
  ["0*", "1", "01*", true],
  ["0", "0*", "0*", true],
  ["0*", "0", "0*", false],
])("%s or %s", (left, right, expected, grew) => {
  const set = setOf(left);
  expect(set.join(setOf(right))).toBe(grew);
  expect(textOf(set)).toBe(expected);
});

test.each<[string, string, string, string, boolean]>([
  ["0", "12", "1", "02", true],
  ["0", "1", "1", "0", false],
  ["0", "1*", "1", "0*", true],
  ["0*", "1*", "1", "0*", false],
  ["0*", "2", "1", "02*", true],
])("%s or %s without %s", (left, right, but, expected, grew) => {
  const set = setOf(left);
  const without = new BitSet(limit);
  for (const digit of but) without.add(Number(digit));
  expect(set.joinAllBut(setOf(right), without)).toBe(grew);
  expect(textOf(set)).toBe(expected);
});

test.each<[string, string, string, boolean]>([
  ["01", "12", "1", true],
  ["01", "01", "01", false],
  ["01", "*", "01", false],
  ["01", "2*", "01", false],
  ["*", "12", "12", true],
  ["0*", "12", "12", true],
  ["*", "*", "*", false],
])("%s and %s", (left, right, expected, shrank) => {
  const set = setOf(left);
  expect(set.meet(setOf(right))).toBe(shrank);
  expect(textOf(set)).toBe(expected);
});

test("a copy holds everything where the set does, and is one of its own", () => {
  const set = setOf("0*");
  const copy = set.copy();
  copy.add(1);
  copy.holdsEverything = false;
  expect(textOf(set)).toBe("0*");
  expect(textOf(setOf("0*").copy())).toBe("0*");
  expect(textOf(setOf("0").copy())).toBe("0");
});
