import { describe, expect, test } from "vitest";
import { findExports } from "../../../src/export-json/read/find-exports.js";
import type { Json } from "../../../src/text/json.js";
import { JsonPlace } from "../../../src/text/json-place.js";
import { SourceFile } from "../../../src/text/source-file.js";

function found(document: Json) {
  const whole = JsonPlace.root(new SourceFile("x.json", JSON.stringify(document)));
  const { journeys, malformed } = findExports(document, whole, "file");
  return {
    journeys: journeys.map(({ id, realm, layout, places }) => [id, realm, layout, places.tree.pointer]),
    malformed: malformed.map(({ diagnostic, isAmongJourneys }) => [
      diagnostic.code,
      diagnostic.place.pointer,
      isAmongJourneys,
    ]),
  };
}

const tree = { entryNodeId: "a", nodes: {} };
const whole = { tree, nodes: {} };

describe("a journey", () => {
  test.each<[string, Json, readonly unknown[]]>([
    ["is the whole document", whole, ["file", undefined, "export", "/tree"]],
    ["has its tree's id", { tree: { ...tree, _id: "T" } }, ["T", undefined, "export", "/tree"]],
    [
      "has its key before that",
      { trees: { K: { tree: { ...tree, _id: "T" } } } },
      ["K", undefined, "export", "/trees/K/tree"],
    ],
    ["has no id that is no text", { tree: { ...tree, _id: 5 } }, ["file", undefined, "export", "/tree"]],
    ["has bodies alone", { tree: {}, nodes: {} }, ["file", undefined, "export", "/tree"]],
    ["has bodies as a list", { tree: {}, nodes: [] }, ["file", undefined, "export", "/tree"]],
    ["has references alone", { tree: { nodes: {} } }, ["file", undefined, "export", "/tree"]],
    ["has an entry alone", { tree: { entryNodeId: null } }, ["file", undefined, "export", "/tree"]],
    ["stands in a list", { journeys: [1, null, whole] }, ["file", undefined, "export", "/journeys/2/tree"]],
    [
      "belongs to a realm",
      { realm: { bravo: { trees: { K: whole } } } },
      ["K", "bravo", "export", "/realm/bravo/trees/K/tree"],
    ],
    ["is a tree alone", { ...tree, _id: "T" }, ["T", undefined, "tree", ""]],
    ["is a tree alone in a list", [tree], ["file", undefined, "tree", "/0"]],
    ["is a tree alone among trees", { trees: { K: tree } }, ["K", undefined, "tree", "/trees/K"]],
  ])("%s", (_, document, journey) => {
    expect(found(document)).toEqual({ journeys: [journey], malformed: [] });
  });

  test.each<[string, Json]>([
    ["a tree that is no object", { tree: "x", nodes: {} }],
    ["a tree with nothing", { tree: {} }],
    ["a tree whose nodes are none", { tree: { nodes: 5 } }],
    ["an entry that is no text", { nodes: {}, entryNodeId: 5 }],
    ["nodes that are no object", { nodes: [], entryNodeId: "a" }],
    ["nodes none of which has a type", { nodes: { a: { x: 1 }, b: 1 }, entryNodeId: "a" }],
    ["a tree alone under another name", { other: tree }],
  ])("%s is none", (_, document) => expect(found(document).journeys).toEqual([]));

  test("one reference without a type does not hide its tree", () => {
    const nodes = { a: {}, b: { nodeType: "X" } };
    expect(found({ nodes, entryNodeId: "a" }).journeys).toHaveLength(1);
  });

  test("those of a document come in its order", () => {
    const document = { a: { trees: { A: whole, B: whole } }, b: [whole, { trees: { C: whole } }] };
    expect(found(document).journeys.map(([id]) => id)).toEqual(["A", "B", "file", "C"]);
  });

  test("is found down to twelve levels", () => {
    const nested = (depth: number): Json => (depth === 0 ? whole : { a: nested(depth - 1) });
    expect(found(nested(12)).journeys).toHaveLength(1);
    expect(found(nested(13)).journeys).toHaveLength(0);
  });
});

describe("an entry of `trees` that is no journey", () => {
  test("is told, and whether it stands among journeys", () => {
    expect(found({ trees: { A: whole, B: 5, C: { x: 1 } } }).malformed).toEqual([
      ["malformed-journey", "/trees/B", true],
      ["malformed-journey", "/trees/C", true],
    ]);
    expect(found({ trees: { B: 5 } }).malformed).toEqual([["malformed-journey", "/trees/B", false]]);
  });

  test.each([{ tree: {} }, { nodes: 1 }, { entryNodeId: 1 }])("is one by what is left of it: %j", (rest) => {
    expect(found({ a: { b: { trees: { B: rest } } } }).malformed).toEqual([
      ["malformed-journey", "/a/b/trees/B", true],
    ]);
  });

  test("deep inside other configuration is none of ours", () => {
    expect(found({ a: { b: { trees: { B: { x: 1 } } } } }).malformed).toEqual([]);
    expect(found({ a: { trees: [5] } }).malformed).toEqual([]);
  });
});
