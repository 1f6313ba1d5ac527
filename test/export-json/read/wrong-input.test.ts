import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import type { Json } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { anyText } from "../../support/any-text.js";
import { exportFixture } from "../../support/export-fixture.js";

const whole = JSON.stringify({ trees: { "Sign In": exportFixture() } }, null, 2);

function report(text: string) {
  const source = new SourceFile("x.json", text);
  const { diagnostics, model } = readExport(source, {});
  return diagnostics.map(({ code, message, help, place }) => ({
    code,
    message,
    help,
    at: source.positionAt(place.range.start),
    journeys: model.journeys.length,
  }));
}

describe("one clear diagnostic for", () => {
  test.each<[string, string, RegExp | undefined]>([
    ["an empty file", "", /empty/],
    ["an HTML page", "<!DOCTYPE html><html></html>", /HTML/],
    ["XML", '<?xml version="1.0"?>', /XML/],
    ["a .journey file", "// hello\njourney A {\n}\n", /\.journey/],
    ["a merge conflict", `{\n<<<<<<< ours\n"a": 1\n=======\n`, /conflict/],
    ["plain words", "hello", undefined],
  ])("%s", (_name, text, help) => {
    const [first, ...others] = report(text);
    expect(others).toEqual([]);
    expect(first?.code).toBe("invalid-json");
    if (help) expect(first?.help).toMatch(help);
  });

  test("a truncated export, at its end", () => {
    const cut = whole.slice(0, 1000);
    const [first, ...others] = report(cut);
    expect(others).toEqual([]);
    expect(first?.code).toBe("invalid-json");
    expect(first?.at.line).toBe(cut.split("\n").length);
  });

  test.each<[string, Json, string]>([
    ["null", null, "`null`"],
    ["a list", [1], "a list"],
    ["a text", "x", "a string"],
    ["an empty object", {}, "an empty object"],
    ["an export without journeys", { meta: {}, trees: {} }, "an export without journeys"],
    ["a package", { name: "x", version: "1", dependencies: {} }, "an npm package description"],
    ["a callback response", { authId: "x", callbacks: [] }, "a response of the authenticate endpoint"],
    ["a script export", { script: { id: {} } }, "an export of scripts alone"],
    ["something else", { a: 1, b: 2, c: 3, d: 4 }, "an object with `a`, `b`, `c` …"],
  ])("%s", (_name, document, found) => {
    const [first, ...others] = report(JSON.stringify(document));
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: "no-journey", message: `No journey found: this is ${found}` });
  });

  test("an entry of trees that is no journey; the others are read", () => {
    const text = JSON.stringify({ trees: { A: exportFixture(), B: 5, C: { nodes: {} } } }, null, 2);
    expect(report(text).map(({ code, message, journeys }) => [code, message, journeys])).toEqual([
      ["malformed-journey", 'Journey "B" cannot be read: it is not an object', 1],
      ["malformed-journey", 'Journey "C" cannot be read: it has no `tree` object with nodes', 1],
    ]);
    expect(text.split("\n")[report(text)[0]!.at.line - 1]).toContain('"B": 5');
  });

  test("two trees with one name in one object", () => {
    const one = JSON.stringify(exportFixture());
    const [first, ...others] = report(`{"trees": {\n"A": ${one},\n"A": ${one}}}`);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: "duplicate-member", journeys: 1, at: { line: 3, column: 1 } });
  });

  test("two trees with one name in a list", () => {
    const [first, ...others] = report(JSON.stringify([exportFixture(), exportFixture()]));
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      code: "duplicate-journey",
      message: 'Journey "Sign In" occurs twice',
      journeys: 1,
    });
  });

  test("values nested without end", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const text = whole.replace('"A fixture"', deep);
    const [first, ...others] = report(text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: "nested-too-deep", journeys: 0 });
    expect(report(deep)).toHaveLength(1);
  });

  test("a text beyond the limit, unread", () => {
    const { diagnostics } = readExport(new SourceFile("x.json", " ".repeat(128 * 1024 * 1024 + 1)), {});
    const [first, ...others] = diagnostics;
    expect(others).toEqual([]);
    expect(first?.message).toBe("The file is too large: 128 MB, the limit is 128 MB");
  });

  test("nothing where headers are all that stands beside the journeys", () => {
    const trees = { A: exportFixture() };
    expect(report(JSON.stringify({ meta: {}, origin: "x", trees }))).toEqual([]);
    expect(report(JSON.stringify({ trees }))).toEqual([]);
  });

  test("other configuration beside the journeys, as information", () => {
    const [first, ...others] = report(JSON.stringify({ trees: { A: exportFixture() }, script: {}, idp: {} }));
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      code: "member-not-read",
      message: 'Not read: "script", "idp"',
    });
  });
});

test("hostile keys are names like any other", () => {
  const node = '{"displayName": "X", "nodeType": "constructor", "connections": {"__proto__": "toString"}}';
  const text = `{"trees": {"__proto__": {"tree": {"entryNodeId": "__proto__", "nodes": {"__proto__": ${node}}, "__proto__": 1}, "nodes": {"__proto__": {"_id": "__proto__", "__proto__": [1]}}}}}`;
  const { model, diagnostics } = readExport(new SourceFile("x.json", text), {});
  expect(diagnostics).toEqual([]);
  const [journey] = model.journeys;
  expect(journey).toMatchObject({ id: "__proto__", nodes: [{ id: "__proto__", typeId: "constructor" }] });
  expect(journey!.nodes[0]!.properties.get("__proto__")?.value).toEqual([1]);
  expect(journey!.nodes[0]!.connections.map(({ outcomeId }) => outcomeId)).toEqual(["__proto__"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("any JSON and any text is answered, never thrown at", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), anyText()), (text) => {
      const { diagnostics, model } = readExport(new SourceFile("x.json", text), {});
      expect(diagnostics.length + model.journeys.length).toBeGreaterThan(0);
    }),
  );
});

test("every cut of an export is answered with one place", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 2 }), (length) => {
      expect(report(whole.slice(0, length))).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});
