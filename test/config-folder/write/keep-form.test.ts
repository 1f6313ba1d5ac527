import { describe, expect, test } from "vitest";
import { keepForm } from "../../../src/config-folder/write/keep-form.js";

describe("a file that gets a new value", () => {
  const found =
    '{\n  "nodes": [\n    { "_id": "1", "_rev": "7", "label": "one" }\n  ],\n  "_id": "x",\n  "_rev": "42"\n}\n';

  test("stays byte for byte where it says the same, revisions and order aside", () => {
    expect(keepForm(found, { _id: "x", nodes: [{ _id: "1", label: "one" }] })).toBe(found);
  });

  test("keeps order and revisions where it changes", () => {
    const text = keepForm(found, { _id: "x", nodes: [{ _id: "1", label: "two" }], a: 1 })!;
    expect(JSON.parse(text)).toEqual({
      nodes: [{ _id: "1", _rev: "7", label: "two" }],
      _id: "x",
      _rev: "42",
      a: 1,
    });
    expect(Object.keys(JSON.parse(text))).toEqual(["nodes", "_id", "_rev", "a"]);
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("a revision goes with its object, not with its place", () => {
    expect(keepForm('[{"_id":"1","_rev":"a"}]', [{ _id: "3" }])).toBe('[{"_id":"3"}]');
    const list = '[{"_id":"1","_rev":"a"},{"_id":"2","_rev":"b"}]';
    expect(keepForm(list, [{ _id: "2" }, { _id: "1" }])).toBe('[{"_id":"2","_rev":"b"},{"_id":"1","_rev":"a"}]');
  });

  test("a new member goes to its place where members are sorted", () => {
    expect(keepForm('{"a":1,"c":3}', { a: 1, b: 2, c: 3 })).toBe('{"a":1,"b":2,"c":3}');
  });

  test("a value that is gone goes, and null is a value", () => {
    expect(keepForm('{"a":1,"b":null,"_rev":"1"}', { b: null })).toBe('{"b":null}');
  });

  test("a file that is no JSON gives way", () => {
    expect(keepForm("<<<<<<<", {})).toBeUndefined();
  });
});
