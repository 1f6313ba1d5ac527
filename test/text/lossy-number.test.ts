import { expect, it } from "vitest";
import { findLossyNumber } from "../../src/text/lossy-number.js";
import { parseJson } from "../../src/text/parse-json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { stableJson } from "../../src/text/stable-json.js";

it.each([
  "9223372036854775807",
  "9223372036854775808",
  "12345678901234567890",
  "12345678901234567",
  "1e400",
  "-1e400",
  "1e-400",
  "0.1000000000000000055511151231257827",
])("%s is refused with its place, and is never another value", (number) => {
  const text = `{ "a": ["1e400", ${number}] }`;
  expect(findLossyNumber(text)?.offset).toBe(text.indexOf(number, 12));
  expect(parseJson(new SourceFile("x", text))).toMatchObject({ kind: "problem", offset: text.indexOf(number, 12) });
  expect(findLossyNumber(number)?.offset).toBe(0);
});

it.each([
  "0",
  "-0",
  "1.0",
  "1E2",
  "0e400",
  "9007199254740992",
  "100000000000000000000",
  "0.30000000000000004",
  "2.2250738585072014E-308",
  "1700000000000",
  "93444138018648020",
])("%s is kept", (number) => {
  const parsed = parseJson(new SourceFile("x", `[${number}]`));
  expect(parsed).toEqual({ kind: "value", value: [Number(number)], duplicates: [] });
});

it("-0 is written as it was read", () => {
  expect(stableJson({ a: -0, b: 0 })).toBe('{\n  "a": -0,\n  "b": 0\n}');
});

it("what stands in a text is no number", () => {
  expect(findLossyNumber('{"a": "x: 1e400, [1e400", "b":1}')).toBeUndefined();
});
