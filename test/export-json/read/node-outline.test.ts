import { expect, test } from "vitest";
import { outlineNodes } from "../../../src/export-json/read/node-outline.js";
import { exportOf } from "../../../src/export-json/sections.js";
import type { Json, JsonObject } from "../../../src/text/json.js";

type Parts = { readonly nodes: Json; readonly body?: JsonObject; readonly innerBody?: JsonObject };

function outline({ nodes, body = {}, innerBody = {} }: Parts) {
  return [...outlineNodes(exportOf({ tree: { nodes }, body, innerBody })).values()];
}

const page = (...children: readonly Json[]): Parts => ({
  nodes: { p: { nodeType: "PageNode" }, n: { nodeType: "MessageNode" } },
  body: { p: { nodes: children } },
});

test("nodes come in the order of their ids, without what is no node", () => {
  const nodes = {
    b: { nodeType: "B" },
    a: {},
    c: 5,
    startNode: {},
    "70e691a5-1e33-4ac3-a356-e7b6d60d92e0": {},
    "e301438c-0bd0-429c-ab0c-66126501069a": {},
  };
  expect(outline({ nodes }).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(outline({ nodes: "x" })).toEqual([]);
});

test("the type stands in the reference, or else in the body", () => {
  const nodes = { a: { nodeType: "A" }, b: {}, c: {} };
  const body = { a: { _type: { _id: "X" } }, b: { _type: { _id: "B" } } };
  expect(outline({ nodes, body }).map(({ typeId }) => typeId)).toEqual(["A", "B", ""]);
});

test.each<[JsonObject, JsonObject, string]>([
  [{ version: "2.0" }, { version: "3.0" }, "2.0"],
  [{ version: 2 }, {}, "2.0"],
  [{ nodeVersion: "2.0" }, { version: "3.0" }, "2.0"],
  [{}, { version: "3.0" }, "3.0"],
  [{ version: null }, { version: "3.0" }, "3.0"],
  [{}, {}, "1.0"],
])("the version of %j with `_type` %j is %s", (reference, _type, version) => {
  expect(outline({ nodes: { a: reference }, body: { a: { _type } } })).toMatchObject([{ version }]);
});

test("inner nodes are those that the page lists, with their places in the list", () => {
  const [, found] = outline(page({ _id: "a" }, 5, {}, { _id: "b", displayName: "B" }));
  expect(found?.children).toMatchObject([
    { id: "a", index: 0, page: "p", displayName: "" },
    { id: "b", index: 3, page: "p", displayName: "B" },
  ]);
  expect(found).toMatchObject({ id: "p", page: undefined, section: "nodes" });
});

test("each id counts once: in the tree, then in the first page that lists it", () => {
  const [, found] = outline(page({ _id: "n" }, { _id: "a" }, { _id: "a" }, { _id: "startNode" }));
  expect(found?.children.map(({ id }) => id)).toEqual(["a"]);
});

test("a node that is no page has no inner nodes, whatever its body lists", () => {
  expect(outline({ nodes: { a: { nodeType: "A" } }, body: { a: { nodes: [{ _id: "b" }] } } })).toMatchObject([
    { children: [] },
  ]);
});

test.each<[string, JsonObject, JsonObject, JsonObject | undefined, string]>([
  ["among the inner nodes", {}, { a: { x: 1 } }, { x: 1 }, "innerNodes"],
  ["among the nodes", { a: { x: 2 } }, {}, { x: 2 }, "nodes"],
  ["in both: the inner one counts", { a: { x: 2 } }, { a: { x: 1 } }, { x: 1 }, "innerNodes"],
  ["among the nodes where the inner one is no object", { a: { x: 2 } }, { a: 5 }, { x: 2 }, "nodes"],
  ["nowhere", {}, {}, undefined, "innerNodes"],
])("the body of an inner node stands %s", (_, body, innerBody, expected, section) => {
  const parts = page({ _id: "a" });
  const [, found] = outline({ ...parts, body: { ...parts.body, ...body }, innerBody });
  expect(found?.children[0]).toMatchObject({ body: expected, section });
});

test("a body that is no object is none", () => {
  expect(outline({ nodes: { a: {} }, body: { a: 5 } })).toMatchObject([{ body: undefined }]);
});
