import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { quoteJson, stableJson } from "../../src/text/stable-json.js";
import { anyText } from "../support/any-text.js";

/** The same in the plainest way: a copy with sorted keys, written by the engine. */
function sortedCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedCopy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, sortedCopy(member)]),
  );
}

test("sorts by code unit, where upper case comes before lower", () => {
  expect(stableJson({ b: 1, B: 2, _a: 3, "9": 4, "10": 5 })).toBe(
    '{\n  "10": 5,\n  "9": 4,\n  "B": 2,\n  "_a": 3,\n  "b": 1\n}',
  );
});

test("empty lists and objects stay on their line", () => {
  expect(stableJson({ a: [], b: {}, c: [{}] })).toBe('{\n  "a": [],\n  "b": {},\n  "c": [\n    {}\n  ]\n}');
});

test("agrees with the engine's own writer but for the order of keys", () => {
  // Keys that look like numbers are left out: the engine cannot keep them in code unit order.
  const key = fc.string().filter((text) => !/^\d+$/.test(text) && text !== "__proto__");
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.array(tie("json")), fc.dictionary(key, tie("json"))),
  }));
  fc.assert(
    fc.property(json, (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as Json;
      fc.pre(!/"\d+":/.test(JSON.stringify(plain)) && !JSON.stringify(plain).includes("__proto__"));
      expect(stableJson(plain)).toBe(JSON.stringify(sortedCopy(plain), null, 2));
    }),
  );
});

test("quotes as the engine does, lone surrogates and control characters included", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(JSON.parse(quoteJson(text))).toBe(text);
    }),
  );
  expect(quoteJson("\ud800")).toBe('"\\ud800"');
  expect(quoteJson("ü😀")).toBe('"ü😀"');
});

test("writes JSON that is nested deeper than the call stack goes", () => {
  let value: Json = { a: [], b: {} };
  for (let depth = 0; depth < 3000; depth++) value = depth % 2 === 0 ? [value, 1] : { a: null, z: value };
  expect(JSON.stringify(JSON.parse(stableJson(value)))).toBe(JSON.stringify(value));
});
