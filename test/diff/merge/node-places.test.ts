import { expect, test } from "vitest";
import { placesOf } from "../../../src/diff/merge/node-places.js";

test("a node that an export lists in the tree and in a page has no place, so that nothing moves when one of the two goes", () => {
  const page = {
    nodes: [
      { _id: "in-page", nodeType: "T" },
      { _id: "in-both", nodeType: "T" },
    ],
  };
  const exported = {
    tree: { nodes: { page: {}, alone: {}, "in-both": {} } },
    nodes: { page },
    innerNodes: {},
  };
  expect([...placesOf(exported)]).toEqual([
    ["page", undefined],
    ["alone", undefined],
    ["in-page", "page"],
  ]);
});
