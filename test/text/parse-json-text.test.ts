import fc from "fast-check";
import { expect, it } from "vitest";
import type { Json } from "../../src/text/json.js";
import { parseJsonText } from "../../src/text/parse-json-text.js";

it("keeps names with escapes apart, which V8 of Node 24 and later does not", () => {
  expect(Object.keys(parseJsonText('{"\\\\":0}') as object)).toEqual(["\\"]);
  expect(Object.keys(parseJsonText('{"\\n":0}') as object)).toEqual(["\n"]);
  expect(parseJsonText('[{"a":0,"b\\\\":[]},{"a":0,"b\\n":{"__proto__":"\\u0041","x":null}}]')).toEqual([
    { a: 0, "b\\": [] },
    { a: 0, "b\n": Object.fromEntries([["__proto__", "A"] as const, ["x", null] as const]) },
  ]);
});

it("reads any names and values in any order", () => {
  const name = fc.array(fc.constantFrom("\\", "\n", '"', "a", "é", "__proto__"), { maxLength: 3 });
  const value = fc.dictionary(
    name.map((parts) => parts.join("")),
    fc.oneof(fc.jsonValue(), fc.constantFrom("\\", '"\n')),
    { maxKeys: 5, noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(value), (objects) => {
      const text = `[${objects.map((object) => `{${members(object).join(",")}}`).join(",")}]`;
      const read = parseJsonText(text) as readonly Record<string, Json>[];
      expect(read.map(members)).toEqual(objects.map(members));
    }),
    { numRuns: 500 },
  );
});

it("throws for what is no JSON, as the engine does", () => {
  for (const text of ['{"\\n":}', '{"\\\\":1', "\\", '{"\\x":1}'])
    expect(() => parseJsonText(text)).toThrow(SyntaxError);
});

function members(object: object): readonly string[] {
  return Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
}
