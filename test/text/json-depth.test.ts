import { expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { isDeeperThan } from "../../src/text/json-depth.js";

/** A value of so many containers one inside the other, lists and objects in turn. */
function nested(depth: number): Json {
  let value: Json = 1;
  for (let level = depth; level > 0; level--) value = level % 2 === 0 ? [null, value] : { a: 1, b: value };
  return value;
}

test("counts containers, whatever their kind, and no plain values", () => {
  for (const depth of [0, 1, 2, 7]) {
    expect(isDeeperThan(nested(depth), depth), `${depth}`).toBe(false);
    if (depth > 0) expect(isDeeperThan(nested(depth), depth - 1), `${depth}`).toBe(true);
  }
});

test("looks no deeper than the limit", () => {
  let value: Json = [];
  for (let depth = 0; depth < 200_000; depth++) value = [value];
  expect(isDeeperThan(value, 200)).toBe(true);
});
