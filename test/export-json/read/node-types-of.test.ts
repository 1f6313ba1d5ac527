import { expect, test } from "vitest";
import { nodeTypesOf } from "../../../src/export-json/read/node-types-of.js";

test("the types of nodes stand in the tree, those of inner nodes in their pages", () => {
  const types = nodeTypesOf({
    tree: {
      nodes: { p: { nodeType: "PageNode" }, a: { nodeType: "MessageNode" }, b: {}, c: { nodeType: 5 }, d: null },
    },
    nodes: {
      p: { nodes: [{ _id: "i", nodeType: "PasswordCollectorNode" }, { nodeType: "X" }, { _id: "j" }, 5, null] },
      a: { nodes: "x" },
      b: null,
    },
  });
  expect(Object.fromEntries(types)).toEqual({ p: "PageNode", a: "MessageNode", i: "PasswordCollectorNode" });
  expect([...nodeTypesOf({})]).toEqual([]);
});
