import { expect, it } from "vitest";
import { readDuration } from "../../src/text/duration.js";

it.each<[string, number | undefined]>([
  ["7 days", 7 * 86_400_000],
  ["1 WEEK", 7 * 86_400_000],
  ["2h", 7_200_000],
  ["1 hour and 30 minutes", 5_400_000],
  ["1 hour, 30 min", 5_400_000],
  ["45 sec", 45_000],
  ["5 ms", 5],
  ["10080", 10_080 * 60_000],
  ["0", 0],
  ["zero", 0],
  ["disabled", 0],
  ["Unlimited", Number.POSITIVE_INFINITY],
  ["", undefined],
  ["7 moons", undefined],
  ["-1 day", undefined],
  ["1 hour 30", undefined],
  ["3 constructor", undefined],
])("readDuration(%j)", (text, milliseconds) => {
  expect(readDuration(text)).toBe(milliseconds);
});
