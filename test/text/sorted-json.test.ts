import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { sortedKeys, withSortedKeys } from "../../src/text/sorted-json.js";

describe("sorted JSON", () => {
  test("members stand by code unit at every depth, lists stay as they are", () => {
    const value = JSON.parse('{"b": [{"d": 1, "c": 2}, 1], "a": null, "B": "x"}') as Json;
    expect(JSON.stringify(withSortedKeys(value))).toBe('{"B":"x","a":null,"b":[{"c":2,"d":1},1]}');
  });

  test("a value that is in order already is not copied", () => {
    const value = JSON.parse('{"a": [{"b": 1, "c": [[]]}], "b": {}}') as Json;
    expect(withSortedKeys(value)).toBe(value);
  });

  test("a member called __proto__ is kept as a member", () => {
    const value = JSON.parse('{"b": 1, "__proto__": {"z": 1, "y": 2}}') as Json;
    expect(JSON.stringify(withSortedKeys(value))).toBe('{"__proto__":{"y":2,"z":1},"b":1}');
  });

  test("names are sorted by code unit, not by locale", () => {
    expect(sortedKeys({ ä: 1, z: 1, Z: 1 })).toEqual(["Z", "z", "ä"]);
  });
});
