import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/text/json.js";
import { applyPatch, diffPatch, isSameJson } from "../../src/text/merge-patch.js";

const key = fc.oneof(fc.constantFrom("a", "b", "c", "__proto__", "constructor", "/", "~", "/a/b", ""), fc.string());
const { value: anyJson, object: anyObject } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 0, 1, "", "x"),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc
    .array(fc.tuple(key, tie("value")), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries) as JsonObject),
}));

describe("applyPatch follows RFC 7396", () => {
  // The examples of the RFC's appendix whose target and patch are objects.
  test.each<[JsonObject, JsonObject, JsonObject]>([
    [{ a: "b" }, { a: "c" }, { a: "c" }],
    [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
    [{ a: "b" }, { a: null }, {}],
    [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
    [{ a: ["b"] }, { a: "c" }, { a: "c" }],
    [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
    [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])("%j with %j is %j", (target, patch, result) => {
    expect(applyPatch(target, patch)).toEqual(result);
  });

  test("a key that is a pointer sets exactly that, null too", () => {
    expect(applyPatch({ a: { b: 1 } }, { "/a/b": null })).toEqual({ a: { b: null } });
    expect(applyPatch({ a: 1 }, { "/a/b": null })).toEqual({ a: 1 });
  });
});

describe("diffPatch", () => {
  test("is undefined for equal objects, whatever the order of keys", () => {
    expect(diffPatch({ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 })).toBeUndefined();
  });

  test("names only what differs", () => {
    expect(diffPatch({ a: 1, b: { c: 1, d: 2 } }, { b: { c: 3, d: 2, e: null } })).toEqual({
      a: null,
      b: { c: 3 },
      "/b/e": null,
    });
  });

  test("applied to the first gives the second", () => {
    fc.assert(
      fc.property(anyObject, anyObject, (from, to) => {
        // A key of the first that looks like a pointer cannot be deleted; no export of ours has one.
        const plain = Object.fromEntries(Object.entries(from).filter(([name]) => !name.startsWith("/")));
        const patch = diffPatch(plain, to);
        expect(isSameJson(patch === undefined ? plain : applyPatch(plain, patch), to)).toBe(true);
      }),
    );
  });

  test("leaves both arguments as they were", () => {
    fc.assert(
      fc.property(anyObject, anyObject, (from, to) => {
        const before = JSON.stringify([from, to]);
        applyPatch(from, diffPatch(from, to) ?? {});
        expect(JSON.stringify([from, to])).toBe(before);
      }),
    );
  });

  test("bears any depth", () => {
    const deep = (end: Json): JsonObject => {
      let value: JsonObject = { end };
      for (let depth = 0; depth < 20_000; depth++) value = { in: value };
      return value;
    };
    const patch = diffPatch(deep(1), deep(2));
    expect(patch && isSameJson(applyPatch(deep(1), patch), deep(2))).toBe(true);
  });
});

test("isSameJson tells absent from null and lists from objects", () => {
  expect(isSameJson({ a: null }, {})).toBe(false);
  expect(isSameJson([], {})).toBe(false);
  fc.assert(fc.property(anyJson, (value) => isSameJson(value, structuredClone(value))));
});
