import { describe, expect, test } from "vitest";
import { mergeJson } from "../../../src/diff/merge/merge-json.js";
import type { Json } from "../../../src/text/json.js";

type Value = Json | undefined;

const item = (id: string, value: Json = 1) => ({ _id: id, value });

describe("without a conflict", () => {
  test.each<[string, Value, Value, Value, Value]>([
    ["one side changed a member", { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }],
    ["each side changed another one", { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }],
    ["both made the same change", { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }],
    ["one side removed a member", { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }, { b: 2 }],
    ["theirs removed a member", { a: 1, b: 1 }, { a: 1, b: 2 }, { b: 1 }, { b: 2 }],
    ["both removed a member", { a: 1, b: 1, c: 1 }, { b: 2, c: 1 }, { b: 1, c: 2 }, { b: 2, c: 2 }],
    ["each side added a member", { a: 1 }, { a: 1, b: 2 }, { a: 1, c: 3 }, { a: 1, c: 3, b: 2 }],
    ["both added objects of one name", {}, { a: { b: 1 } }, { a: { c: 2 } }, { a: { c: 2, b: 1 } }],
    [
      "objects inside of objects",
      { a: { b: 1, c: 1 } },
      { a: { b: 2, c: 1 } },
      { a: { b: 1, c: 2 } },
      { a: { b: 2, c: 2 } },
    ],
    ["null is a value", { a: null, b: 1 }, { a: null, b: 2 }, { a: 3, b: 1 }, { a: 3, b: 2 }],
    [
      "a member called __proto__",
      JSON.parse('{"__proto__":1,"b":1}'),
      JSON.parse('{"__proto__":2,"b":1}'),
      JSON.parse('{"__proto__":1,"b":2}'),
      JSON.parse('{"__proto__":2,"b":2}'),
    ],
    ["a list of plain values", ["a", "b"], ["a", "b", "c"], ["b", "d"], ["b", "c", "d"]],
    ["lists that both added", undefined, ["a"], ["b"], ["a", "b"]],
    [
      "a list of things by their _id",
      [item("a"), item("b")],
      [item("a", 2), item("b")],
      [item("a"), item("b", 2)],
      [item("a", 2), item("b", 2)],
    ],
    [
      "a list of things by their id",
      [{ id: "a", x: 1, z: 1 }],
      [{ id: "a", x: 1, z: 2 }],
      [{ id: "a", x: 2, z: 1 }],
      [{ id: "a", x: 2, z: 2 }],
    ],
    ["a thing gone there", [item("a"), item("b")], [item("a", 2), item("b")], [item("a")], [item("a", 2)]],
    ["a thing new there", [item("a")], [item("a", 2)], [item("b"), item("a")], [item("b"), item("a", 2)]],
    [
      "things in another order there",
      [item("a"), item("b")],
      [item("a", 2), item("b")],
      [item("b"), item("a")],
      [item("b"), item("a", 2)],
    ],
    [
      "things in another order here",
      [item("a"), item("b")],
      [item("b"), item("a")],
      [item("a", 2), item("b")],
      [item("b"), item("a", 2)],
    ],
    ["the lines of a text", "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"],
    [
      "the lines of a script",
      JSON.stringify("a\nb\nc"),
      JSON.stringify("A\nb\nc"),
      JSON.stringify("a\nb\nC"),
      JSON.stringify("A\nb\nC"),
    ],
    ["the lines of a script in base64", btoa("a\nb\nc\n"), btoa("A\nb\nc\n"), btoa("a\nb\nC\n"), btoa("A\nb\nC\n")],
    ["JSON inside of a text", '{"a":1,"b":1}', '{"a":2,"b":1}', '{"a":1,"b":2}', '{"a":2,"b":2}'],
    ["a list inside of a text", '["a"]', ' ["a","b"]', '["a","c"]', '["a","b","c"]'],
    ["a revision", { _rev: "1", a: 1 }, { _rev: "2", a: 2 }, { _rev: "3", a: 1 }, { _rev: "2", a: 2 }],
    ["a revision that is gone here", { _rev: "1", a: 1 }, { a: 1 }, { _rev: "3", a: 1 }, { _rev: "3", a: 1 }],
    ["a header", { meta: { by: "a" } }, { meta: { by: "b" } }, { meta: { by: "c" } }, { meta: { by: "b" } }],
    ["an origin", { origin: "a" }, { origin: "b" }, { origin: "c" }, { origin: "b" }],
  ])("%s", (_what, base, ours, theirs, expected) => {
    const merged = mergeJson(base, ours, theirs);
    expect(merged).toEqual({ value: expected, conflicts: [], notes: [] });
    expect(JSON.stringify(merged.value)).toBe(JSON.stringify(expected));
  });
});

describe("conflicts", () => {
  test.each<[string, Value, Value, Value, Value, string, string]>([
    ["one value", { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }, "a", "theirs has 3 (ours: 2, base: 1)"],
    ["a value that both added", {}, { a: 2 }, { a: 3 }, { a: 2 }, "a", "theirs has 3 (ours: 2, base: nothing)"],
    [
      "deeper",
      { a: { b: [] } },
      { a: { b: 1 } },
      { a: { b: {} } },
      { a: { b: 1 } },
      "a / b",
      "theirs has {} (ours: 1, base: [])",
    ],
    ["gone there", { a: 1 }, { a: 2 }, {}, { a: 2 }, "a", "theirs removed it, ours changed it (ours: 2, base: 1)"],
    ["gone here", { a: 1 }, {}, { a: 2 }, { a: 2 }, "a", "ours removed it, theirs changed it: 2 (base: 1)"],
    [
      "a position that is gone here",
      { x: 1 },
      {},
      { x: 2 },
      { x: 2 },
      "x",
      "ours removed it, theirs changed it: 2 (base: 1)",
    ],
    ["an object and a list", { a: 1 }, { a: {} }, { a: [] }, { a: {} }, "a", "theirs has [] (ours: {}, base: 1)"],
    [
      "the order of plain values",
      ["a", "b"],
      ["b", "a"],
      ["a", "b", "c"],
      ["b", "a"],
      "",
      'theirs has ["a","b","c"] (ours: ["b","a"], base: ["a","b"])',
    ],
    [
      "a thing of a list",
      [item("a", 1)],
      [item("a", 2)],
      [item("a", 3)],
      [item("a", 2)],
      "a / value",
      "theirs has 3 (ours: 2, base: 1)",
    ],
    [
      "a thing of a list that is gone here",
      [item("a", 1)],
      [],
      [item("a", 3)],
      [item("a", 3)],
      "a",
      'ours removed it, theirs changed it: {"_id":"a","value":3} (base: {"_id":"a","value":1})',
    ],
    [
      "things of which two have one id",
      [item("a", 1), item("a", 1)],
      [item("a", 2)],
      [item("a", 3)],
      [item("a", 2)],
      "",
      'theirs has [{"_id":"a","value":3}] (ours: [{"_id":"a","value":2}], base: [{"_id":"a","value":1},{"_id":"a","value":1}])',
    ],
    ["one line of a text", "a\nb", "a\nc", "a\nd", "a\nc", "", 'in line 2 theirs has "d" (ours: "c", base: "b")'],
    [
      "a text of which ours has one line left",
      "a\nb",
      "b",
      "a\nb\nc",
      "b",
      "",
      String.raw`theirs has "a\nb\nc" (ours: "b", base: "a\nb")`,
    ],
    ["what was a text", "a\nb", "a\nc", 1, "a\nc", "", String.raw`theirs has 1 (ours: "a\nc", base: "a\nb")`],
    ["what is a text now", 1, "a\nb", "a\nc", "a\nb", "", String.raw`theirs has "a\nc" (ours: "a\nb", base: 1)`],
    ["what is a text there", "a\nb", 1, "a\nc", 1, "", String.raw`theirs has "a\nc" (ours: 1, base: "a\nb")`],
    [
      "a text with JSON somewhere",
      'a {"b":1}',
      'a {"b":2}',
      'a {"b":3}',
      'a {"b":2}',
      "",
      String.raw`theirs has "a {\"b\":3}" (ours: "a {\"b\":2}", base: "a {\"b\":1}")`,
    ],
    [
      "JSON that one side does not have",
      "no",
      '{"a":2}',
      '{"a":3}',
      '{"a":2}',
      "",
      String.raw`theirs has "{\"a\":3}" (ours: "{\"a\":2}", base: "no")`,
    ],
    [
      "JSON that ours does not have",
      '{"a":1}',
      "no",
      '{"a":3}',
      "no",
      "",
      String.raw`theirs has "{\"a\":3}" (ours: "no", base: "{\"a\":1}")`,
    ],
    ["texts of one line", "a", "b", "c", "b", "", 'theirs has "c" (ours: "b", base: "a")'],
    [
      "a text that both added",
      undefined,
      "a\nb",
      "a\nc",
      "a\nb",
      "",
      String.raw`theirs has "a\nc" (ours: "a\nb", base: nothing)`,
    ],
    ["JSON inside of a text", '{"a":1}', '{"a":2}', '{"a":3}', '{"a":2}', "… / a", "theirs has 3 (ours: 2, base: 1)"],
    ["a text that only looks like JSON", "{a}", "{b}", "{c}", "{b}", "", 'theirs has "{c}" (ours: "{b}", base: "{a}")'],
    ["a number inside of a text", "1", "2", "3", "2", "", 'theirs has "3" (ours: "2", base: "1")'],
    [
      "a text that is JSON on two sides",
      '{"a":1}',
      '{"a":2}',
      "no",
      '{"a":2}',
      "",
      String.raw`theirs has "no" (ours: "{\"a\":2}", base: "{\"a\":1}")`,
    ],
  ])("%s", (_what, base, ours, theirs, value, where, message) => {
    expect(mergeJson(base, ours, theirs)).toEqual({ value, conflicts: [{ where, message }], notes: [] });
  });

  test("a script that one side encodes otherwise", () => {
    const { value, conflicts } = mergeJson(JSON.stringify("a\nb\nc"), JSON.stringify("A\nb\nc"), btoa("a\nb\nC\n"));
    expect(value).toBe(JSON.stringify("A\nb\nc"));
    expect(conflicts).toHaveLength(1);
  });

  test("a thing of a list without an id is compared as a whole", () => {
    expect(mergeJson([{ a: 1 }], [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 3 }])).toEqual({
      value: [{ a: 1 }, { a: 2 }, { a: 3 }],
      conflicts: [],
      notes: [],
    });
    expect(mergeJson([{ _id: 1 }], [{ _id: 2 }], [{ _id: 3 }]).value).toEqual([{ _id: 2 }, { _id: 3 }]);
  });

  test("a long value is cut", () => {
    const [{ message } = { message: "" }] = mergeJson(1, 2, "x".repeat(500)).conflicts;
    expect(message).toBe(`theirs has "${"x".repeat(78)}… (ours: 2, base: 1)`);
    const [whole = { message: "" }] = mergeJson(1, 2, "x".repeat(78)).conflicts;
    expect(whole.message).toBe(`theirs has "${"x".repeat(78)}" (ours: 2, base: 1)`);
  });
});

test("a position that is only called like one is kept, whatever it is", () => {
  expect(mergeJson({ y: 1 }, { y: 2 }, { y: null })).toMatchObject({ value: { y: 2 }, conflicts: [] });
  expect(mergeJson({ z: 1 }, { z: 2 }, { z: 3 })).toMatchObject({ value: { z: 2 }, conflicts: [{ where: "z" }] });
});

test("positions that both changed are no conflict", () => {
  expect(mergeJson({ a: { x: 1, y: 1 } }, { a: { x: 2, y: 2 } }, { a: { x: 3, y: 3 } })).toEqual({
    value: { a: { x: 2, y: 2 } },
    conflicts: [],
    notes: [
      expect.stringMatching(/^a \/ x: both sides moved it/),
      expect.stringMatching(/^a \/ y: both sides moved it/),
    ],
  });
});

test("a conflict in a script shows the lines that differ, however the script is encoded", () => {
  const bodies = ["a", "b", "c"].map((line) => `first\n  ${line};\nlast\n`);
  const message = 'in line 2 theirs has "c;" (ours: "b;", base: "a;")';
  for (const encode of [btoa, JSON.stringify, (body: string) => body, (body: string) => body.split("\n")]) {
    const [base, ours, theirs] = bodies.map((body) => ({ script: encode(body) }));
    const merged = mergeJson(base, ours, theirs);
    expect(merged.conflicts).toEqual([{ where: "script", message }]);
    expect(merged.value).toEqual(ours);
  }
});

test("lines of a script are no set", () => {
  const [base, ours, theirs] = [
    ["x", "y", "z"],
    ["x", "x", "y", "z"],
    ["x", "y", "z", "z"],
  ];
  expect(mergeJson({ script: base }, { script: ours }, { script: theirs }).value).toEqual({
    script: ["x", "x", "y", "z", "z"],
  });
});
