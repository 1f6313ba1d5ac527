import { describe, expect, test } from "vitest";
import { inferExportOptions } from "../../../src/export-json/read/infer-export-options.js";
import type { DecodedScript } from "../../../src/export-json/script-text.js";
import type { ExportOptions } from "../../../src/model/model.js";
import type { Json, JsonObject } from "../../../src/text/json.js";

const today = {
  nodeVersions: true,
  outcomes: true,
  coordinates: true,
  defaults: true,
  scriptEncoding: "json",
} satisfies ExportOptions;

const [success, failure] = ["70e691a5-1e33-4ac3-a356-e7b6d60d92e0", "e301438c-0bd0-429c-ab0c-66126501069a"] as const;
const place = { x: 1, y: 2 };
const staticNodes = { startNode: place, [success]: place, [failure]: place };

/** An export with these references and bodies in the form of today, apart from what they say themselves. */
function exported(references: readonly Json[], bodies: readonly Json[], tree: JsonObject = {}): JsonObject {
  const byId = (list: readonly Json[]) => Object.fromEntries(list.map((each, index) => [`n${index}`, each]));
  return { tree: { _id: "J", uiConfig: {}, staticNodes, ...tree, nodes: byId(references) }, nodes: byId(bodies) };
}

const scripts = (...encodings: readonly DecodedScript["encoding"][]) =>
  new Map(encodings.map((encoding, index) => [String(index), { body: "", encoding }]));

const optionsOf = (value: JsonObject) => inferExportOptions(value, new Map());

/** The options of today, and what differs from them. */
const reference = (more: JsonObject = {}) => ({ ...place, version: "1.0", ...more });
const type = (more: JsonObject = {}) => ({ _id: "T", name: "Type", collection: true, version: "1.0", ...more });
const body = (more: JsonObject = {}) => ({ _id: "n0", _type: type(), _outcomes: [], ...more });
const page = (...children: readonly Json[]) => body({ nodes: children });
const { version: _, ...unversioned } = reference();
const { version: __, ...bareType } = type();

test("an export of today needs no option", () => {
  expect(optionsOf(exported([reference()], [body(), page({ nodeVersion: "1.0" })]))).toEqual(today);
  expect(optionsOf(exported([], []))).toEqual(today);
});

describe("versions", () => {
  const bare = { ...body(), _type: bareType };
  test.each<[string, readonly Json[], readonly Json[], Partial<ExportOptions>]>([
    ["in half of the references are usual there", [reference(), unversioned], [body()], {}],
    [
      "in a third of the references are not",
      [reference(), unversioned, unversioned],
      [body()],
      { nodeVersionPlaces: ["types", "children"] },
    ],
    ["in no type", [reference()], [bare], { nodeVersionPlaces: ["references", "children"] }],
    ["in types alone", [unversioned], [body(), page({})], { nodeVersionPlaces: ["types"] }],
    [
      "in pages alone",
      [unversioned],
      [{ ...page({ nodeVersion: "1.0" }), _type: bareType }],
      { nodeVersionPlaces: ["children"] },
    ],
    ["nowhere", [unversioned], [bare], { nodeVersions: false }],
    ["nowhere, without bodies", [unversioned], [], { nodeVersions: false, bodies: "empty" }],
    ["as numbers", [reference({ version: 1 })], [body({ _type: type({ version: 2 }) })], { nodeVersionNumbers: true }],
    ["as numbers and a text", [reference({ version: 1 })], [body()], {}],
    [
      "as numbers, and null",
      [reference({ version: 1 }), reference({ version: null })],
      [],
      { nodeVersionNumbers: true, bodies: "empty" },
    ],
    ["as null", [reference({ version: null })], [body()], {}],
    [
      "do not count in types that are no objects",
      [reference()],
      [body(), body({ _type: "T" }), body({ _type: null }), body({ _type: [] })],
      {},
    ],
    [
      "do not count in types with nothing but an id",
      [reference()],
      [body(), body(), body({ _type: { _id: "T" } })],
      {},
    ],
    [
      "do not count in entries of pages that are no objects",
      [reference()],
      [page({ nodeVersion: "1.0" }, "x", null, 5)],
      {},
    ],
  ])("%s", (_what, references, bodies, options) => {
    const { nodeVersions: _versions, ...rest } = today;
    const expected = options.nodeVersions === false ? { ...rest, ...options } : { ...today, ...options };
    expect(optionsOf(exported(references, bodies))).toEqual(expected);
  });
});

describe("types", () => {
  const plain = { _id: "T", name: "T", collection: false };
  test.each<[string, readonly Json[], Partial<ExportOptions>]>([
    ["nowhere", [undefined, undefined] as never, { types: false }],
    ["in one of two", [type(), undefined] as never, {}],
    ["with nothing but ids in most", [{ _id: "T" }, { _id: "T" }, type()], { types: "ids" }],
    ["with nothing but ids in half", [{ _id: "T" }, type()], {}],
    ["as in file-based configuration", [plain, plain], { types: "plain" }],
    ["as in file-based configuration, but one", [plain, type()], {}],
    ["with another name", [{ ...plain, name: "Type" }], {}],
    ["that are collections", [{ ...plain, collection: true }], {}],
    ["without an id and a name", [{ collection: false, more: 1 }], {}],
  ])("%s", (_what, types, options) => {
    const bodies = types.map((each) => {
      const { _type, ...rest } = body();
      return each === undefined ? rest : { ...rest, _type: each };
    });
    expect(optionsOf(exported([reference()], bodies)).types).toBe(options.types);
  });
});

describe("bodies", () => {
  const references = [reference()];
  test.each<[string, JsonObject, ExportOptions["bodies"]]>([
    ["are there", exported(references, [body()]), undefined],
    ["are inner ones alone", { ...exported(references, []), innerNodes: { a: body() } }, undefined],
    ["are none", exported(references, []), "empty"],
    ["are no section", { tree: exported(references, []).tree ?? null }, false],
    ["are no object", { ...exported(references, []), nodes: [] }, false],
    ["are not needed", exported([], []), undefined],
    [
      "are not needed, and inner ones are a section",
      { tree: exported([], []).tree ?? null, innernodes: {} },
      undefined,
    ],
    ["are not needed and no section", { tree: exported([], []).tree ?? null }, false],
  ])("%s", (_what, value, option) => {
    expect(optionsOf(value).bodies).toBe(option);
  });
});

describe("positions and ends", () => {
  const { x: _x, y: _y, ...unplaced } = reference();
  const odd = { startNode: {}, [success]: {}, [failure]: {} };
  test.each<[string, readonly Json[], Json | undefined, Pick<ExportOptions, "coordinates" | "staticNodes">]>([
    ["all", [reference()], staticNodes, { coordinates: true }],
    ["of one node of two", [reference(), unplaced], staticNodes, { coordinates: true }],
    ["of ends alone", [unplaced], staticNodes, { coordinates: false, staticNodes: true }],
    ["of nodes alone", [reference()], undefined, { coordinates: true, staticNodes: false }],
    ["of nothing", [unplaced], undefined, { coordinates: false }],
    ["of nodes, with ends that have none", [reference()], odd, { coordinates: true, staticNodes: "empty" }],
    ["of nodes and one end", [reference()], { startNode: place }, { coordinates: true, staticNodes: "given" }],
    [
      "of nodes, and one end that has none",
      [reference()],
      { startNode: {} },
      { coordinates: true, staticNodes: "given" },
    ],
    ["of nodes, with ends that are no objects", [reference()], "x", { coordinates: true, staticNodes: false }],
    ["of ends, without nodes", [], staticNodes, { coordinates: true }],
    ["of nothing, without nodes", [], undefined, { coordinates: false }],
    ["null counts as a position", [reference({ x: null, y: null })], staticNodes, { coordinates: true }],
  ])("%s", (_what, references, ends, expected) => {
    const value = exported(references, [body()], ends === undefined ? {} : { staticNodes: ends });
    const tree = value.tree as Record<string, Json>;
    if (ends === undefined) delete tree.staticNodes;
    const { coordinates, staticNodes: form } = optionsOf(value);
    expect({ coordinates, staticNodes: form }).toEqual({ staticNodes: undefined, ...expected });
  });
});

test("what the tree and the export lack or have", () => {
  const { tree, ...rest } = exported([reference()], [body()]);
  const { _id, ...nameless } = tree as JsonObject;
  const { uiConfig, ...plain } = tree as JsonObject;
  expect(optionsOf({ ...rest, tree: nameless })).toEqual({ ...today, treeId: false });
  expect(optionsOf({ ...rest, tree: plain })).toEqual({ ...today, uiConfig: false });
  expect(optionsOf({ ...rest, tree: tree ?? null, variable: {} })).toEqual({ ...today, variables: true });
});

describe("outcomes", () => {
  const { _outcomes, ...without } = body();
  test.each<[string, readonly Json[], boolean]>([
    ["in all bodies", [body()], true],
    ["in one of two", [without, body()], true],
    ["in none", [without, without], false],
    ["no bodies", [], true],
  ])("%s", (_what, bodies, expected) => {
    expect(optionsOf(exported([reference()], bodies)).outcomes).toBe(expected);
  });
});

test.each<[readonly DecodedScript["encoding"][], ExportOptions["scriptEncoding"]]>([
  [[], "json"],
  [["plain", "plain"], "json"],
  [["json"], "json"],
  [["base64"], "base64"],
  [["lines"], "lines"],
  [["json", "base64"], "json"],
  [["json", "lines"], "json"],
  [["base64", "lines"], "lines"],
  [["base64", "base64", "lines"], "base64"],
  [["json", "base64", "base64"], "base64"],
  [["json", "lines", "lines"], "lines"],
  [["plain", "plain", "base64"], "base64"],
])("most scripts decide: %j is %s", (encodings, expected) => {
  expect(inferExportOptions(exported([], []), scripts(...encodings)).scriptEncoding).toBe(expected);
});
