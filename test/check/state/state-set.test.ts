import { expect, test } from "vitest";
import { StateSet } from "../../../src/check/state/state-set.js";

/** A set of digits; with `*`, it holds everything besides. */
function setOf(text: string): StateSet {
  return StateSet.of([...text.replace("*", "")].map(Number), text.includes("*"));
}
const textOf = (set: StateSet) =>
  [0, 1, 2, 3].filter((value) => set.has(value)).join("") + (set.holdsEverything ? "*" : "");

type Operation = (left: StateSet, right: StateSet) => StateSet;

/** The set itself is given back where it is the answer, so that nothing new is seen by identity; it never changes. */
function expectSet(operation: Operation, left: string, right: string, expected: string): void {
  const set = setOf(left);
  const made = operation(set, setOf(right));
  expect(textOf(made)).toBe(expected);
  expect(textOf(set)).toBe(left);
  expect(made === set).toBe(expected === left);
}

test.each([
  ["0", "1", "01"],
  ["01", "1", "01"],
  ["0", "*", "0*"],
  ["0*", "*", "0*"],
  ["0*", "1", "01*"],
  ["0", "0*", "0*"],
  ["0*", "0", "0*"],
])("%s or %s", (left, right, expected) => expectSet((one, other) => one.or(other), left, right, expected));

test.each([
  ["12", "1", "2"],
  ["1", "1", ""],
  ["1*", "1", "*"],
  ["1*", "2", "1*"],
  ["01", "", "01"],
])("%s without %s", (left, right, expected) => expectSet((one, other) => one.without(other), left, right, expected));

test.each([
  ["01", "12", "1"],
  ["01", "01", "01"],
  ["01", "*", "01"],
  ["01", "2*", "01"],
  ["*", "12", "12"],
  ["0*", "12", "12"],
  ["*", "*", "*"],
])("%s and %s", (left, right, expected) => expectSet((one, other) => one.and(other), left, right, expected));

test("the empty set has nothing", () => {
  expect(textOf(StateSet.empty)).toBe("");
});
