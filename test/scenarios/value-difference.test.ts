import { expect, test } from "vitest";
import { differenceFrom } from "../../src/scenarios/value-difference.js";

test.each([
  [{ a: 1 }, { a: 1, b: 2 }, undefined],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, "a.b[1]"],
  [{ a: [1] }, { a: [1, 2] }, "a"],
  [{ a: null }, {}, undefined],
  [{ a: null }, { a: "x" }, "a"],
  [{ constructor: null }, {}, undefined],
  [{ a: {} }, { a: "x" }, "a"],
  ["x", "y", ""],
])("%j in %j", (expected, found, path) => {
  expect(differenceFrom(expected, found)?.path).toBe(path);
});
