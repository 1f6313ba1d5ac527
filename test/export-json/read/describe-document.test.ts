import { expect, test } from "vitest";
import { describeDocument } from "../../../src/export-json/read/describe-document.js";
import type { Json } from "../../../src/text/json.js";

const adminUi = "Export the journey in the admin UI or with frodo instead.";

test.each<[Json, string, string?]>([
  [null, "`null`"],
  [true, "a boolean"],
  [1, "a number"],
  ["x", "a string"],
  [[], "an empty list"],
  [[1], "a list"],
  [{}, "an empty object"],
  [{ trees: {} }, "an export without journeys", "Its `trees` is empty: choose the journeys to export."],
  [{ trees: [] }, "an object with `trees`"],
  [
    { metadata: { entityType: "AuthTree", amsterVersion: "7.0.0" }, data: { _id: "Login", nodes: {} } },
    "a tree of an Amster export, without its nodes",
    "Give the folder that holds `AuthTree`: each type of node has a folder beside it.",
  ],
  [
    { metadata: { entityType: "authenticationTreesService" }, data: { _id: "default/Login", nodes: {} } },
    "a tree of AM's file-based configuration, without its nodes",
    "Give the folder of the configuration: the nodes lie in folders of their own.",
  ],
  [
    { metadata: { entityType: "PageNode" }, data: { _id: "x", _type: {} } },
    "one entity of an Amster export or of AM's file-based configuration",
    "Give the folder of the realm, with its trees and nodes.",
  ],
  [{ metadata: { entityType: "PageNode" } }, "an object with `metadata`"],
  [{ $schema: "x", properties: {} }, "a JSON Schema"],
  [{ $schema: "x" }, "an object with `$schema`"],
  [{ properties: {} }, "an object with `properties`"],
  [{ _id: "x", _type: {} }, "a single node's settings", "Give the folder that holds the journey's tree file too."],
  [{ _id: "x", _type: {}, context: "x" }, "an object with `_id`, `_type`, `context`"],
  [{ _id: "x" }, "an object with `_id`"],
  [{ script: {} }, "an export of scripts alone"],
  [{ scripts: {} }, "an export of scripts alone"],
  [{ script: "x" }, "an object with `script`"],
  [{ authId: "x", callbacks: [] }, "a response of the authenticate endpoint", adminUi],
  [{ authId: "x" }, "an object with `authId`"],
  [{ tokenId: "x" }, "a response of the authenticate endpoint", adminUi],
  [{ name: "x", version: "1", scripts: "x" }, "an npm package description"],
  [{ name: "x", version: "1", dependencies: {} }, "an npm package description"],
  [{ name: "x", version: "1" }, "an object with `name`, `version`"],
  [{ name: "x", dependencies: {} }, "an object with `name`, `dependencies`"],
  [{ graphData: {} }, "a flow of PingOne DaVinci, another product"],
  [{ log: { entries: [] } }, "recorded HTTP traffic"],
  [{ log: {} }, "an object with `log`"],
  [{ log: "x" }, "an object with `log`"],
  [{ a: 1, b: 2, c: 3 }, "an object with `a`, `b`, `c`"],
  [{ a: 1, b: 2, c: 3, d: 4 }, "an object with `a`, `b`, `c` …"],
  [{ ["k".repeat(50)]: 1 }, `an object with \`${"k".repeat(40)}\``],
])("%j is %s", (document, found, help) => {
  expect(describeDocument(document)).toEqual(help === undefined ? { found } : { found, help });
});
