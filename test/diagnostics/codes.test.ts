import { expect, test } from "vitest";
import { codes } from "../../src/diagnostics/codes.js";

test("no two diagnostics have one number", () => {
  const numbers = Object.values(codes).map(({ id }) => id);
  expect(numbers.filter((id, index) => numbers.indexOf(id) < index)).toEqual([]);
});
