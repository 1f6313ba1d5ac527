import { expect, test } from "vitest";
import { bareTreeToExport, splitReferences, treeExport } from "../../../src/export-json/read/bare-tree.js";
import { JsonPlace } from "../../../src/text/json-place.js";
import { SourceFile } from "../../../src/text/source-file.js";

const tree = {
  entryNodeId: "a",
  nodes: {
    a: { nodeType: "A", config: { x: 1 }, details: 5 },
    b: { nodeType: "B", details: { y: 1 }, config: "none" },
    c: { nodeType: "C" },
    d: 5,
  },
};

test("settings inside references become bodies, and the references keep the rest", () => {
  const { references, bodies, members } = splitReferences(tree.nodes);
  expect(references).toEqual({
    a: { nodeType: "A", details: 5 },
    b: { nodeType: "B", config: "none" },
    c: { nodeType: "C" },
    d: 5,
  });
  expect(bodies).toEqual({ a: { x: 1 }, b: { y: 1 } });
  expect([...members]).toEqual([
    ["a", "config"],
    ["b", "details"],
  ]);
});

test("a tree alone becomes an export whose parts know their places", () => {
  const place = JsonPlace.root(new SourceFile("x.json", JSON.stringify(tree)));
  const found = bareTreeToExport(tree, "T", "alpha", place);
  expect(found).toMatchObject({ id: "T", realm: "alpha", layout: "tree" });
  expect(Object.keys(found.value).sort()).toEqual(["innerNodes", "nodes", "tree"]);
  expect(found.value).toMatchObject({ tree: { entryNodeId: "a", nodes: { c: { nodeType: "C" } } }, innerNodes: {} });
  expect(found.places.tree).toBe(place);
  expect(found.places.reference("a").pointer).toBe("/nodes/a");
  const bodies = ["a", "b", "c"].map((id) => found.places.entry("nodes", id).pointer);
  expect(bodies).toEqual(["/nodes/a/config", "/nodes/b/details", "/nodes/c"]);
});

test("an export has places for bodies only if there are some, or no nodes that lack them", () => {
  const parts = { body: {}, innerBody: {} };
  expect(treeExport({}, { a: {} }, parts)).toEqual({ tree: {} });
  expect(treeExport({}, {}, parts)).toEqual({ tree: {}, nodes: {}, innerNodes: {} });
  expect(treeExport({}, { a: {} }, { ...parts, body: { a: {} }, script: { s: 1 } })).toEqual({
    tree: {},
    nodes: { a: {} },
    innerNodes: {},
    scripts: { s: 1 },
  });
});
