import { describe, expect, test } from "vitest";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { readExport } from "../../../src/export-json/read/read-export.js";
import type { Json, JsonObject } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";

const success = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
const nodeId = "0c9d5c0a-6a2e-4d5b-9d3e-0a1b2c3d4e5f";

const tree = (name: string, references: JsonObject = {}): JsonObject => ({
  _id: name,
  entryNodeId: nodeId,
  identityResource: "managed/alpha_user",
  nodes: {
    [nodeId]: { connections: { outcome: success }, displayName: "Who", nodeType: "UsernameCollectorNode" },
    ...references,
  },
});

const body: JsonObject = { _id: nodeId, _type: { _id: "UsernameCollectorNode" } };

function entity(type: string, id: string, data: JsonObject): JsonObject {
  return { data: { _id: id, ...data }, metadata: { entityId: id, entityType: type, realm: "/alpha" } };
}

function read(files: Readonly<Record<string, Json>>) {
  const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)] as const);
  const { model, diagnostics } = readFolder(new Map(texts), {});
  return {
    journeys: model.journeys.map(({ id }) => id),
    found: diagnostics.map(({ code, place }) => [code, place.source.path]),
  };
}

const service = "services/realm/root-alpha/authenticationtreesservice/1.0/organizationconfig";

describe("file-based configuration", () => {
  const knock = {
    [`${service}/default/knock.json`]: entity("authenticationTreesService", "default/Knock", tree("default/Knock")),
    [`services/nodes/${nodeId}.json`]: entity("UsernameCollectorNode", `default/${nodeId}`, { _type: {} }),
  };

  test.each<[string, JsonObject]>([
    ["without any", {}],
    ["with its type alone", { _type: { _id: "authenticationTreesService", collection: false } }],
    ["with some", { _type: { _id: "authenticationTreesService" }, enabled: true, maxDuration: 5 }],
  ])("the settings of the service of trees, %s, are no journey", (_, settings) => {
    for (const name of ["default", "authenticationTreesService", ""]) {
      const settingsFile = entity("authenticationTreesService", name, settings);
      expect(read({ ...knock, [`${service}/default.json`]: settingsFile })).toEqual({ journeys: ["Knock"], found: [] });
    }
    expect(read({ [`${service}/default.json`]: entity("AuthTree", "default", settings) }).found).toEqual([
      ["no-journey", `${service}/default.json`],
    ]);
  });

  test("a tree without an entry node, or without nodes, is still one", () => {
    const damaged = entity("authenticationTreesService", "default/Damaged", { nodes: {} });
    const other = entity("AuthTree", "Other", { entryNodeId: success });
    expect(read({ ...knock, "a.json": damaged, "b.json": other }).journeys.sort()).toEqual([
      "Damaged",
      "Knock",
      "Other",
    ]);
  });

  test("a tree is one whatever its entity is called", () => {
    const renamed = entity("journey", "default/Knock", tree("default/Knock"));
    expect(read({ "a.json": renamed, "b.json": entity("x", `default/${nodeId}`, {}) }).journeys).toEqual(["Knock"]);
  });
});

describe("settings called `trees`", () => {
  const settings = { authenticationSessionsMaxDuration: 5, suspendedAuthenticationTimeout: 5 };
  const whole = (trees: Json): Json => ({
    meta: {},
    global: { authentication: { trees: settings } },
    realm: {
      "root-alpha": {
        authentication: { _id: "", trees: settings, more: { trees: { stateManagement: { type: "JWT" } } } },
        trees,
      },
    },
  });
  const login = { tree: tree("Login"), nodes: { [nodeId]: body }, innerNodes: {} };

  test("are no journeys in a whole configuration, in one file or in a folder", () => {
    const value = whole({ Login: login });
    const { model, diagnostics } = readExport(new SourceFile("all.config.json", JSON.stringify(value)), {});
    expect([model.journeys.map(({ id }) => id), diagnostics]).toEqual([["Login"], []]);
    expect(read({ "all.config.json": value })).toEqual({ journeys: ["Login"], found: [] });
  });

  test("do not hide entries that are damaged journeys: they are told, and the rest is read", () => {
    const value = whole({ Login: login, Number: 7, Empty: { tree: null } });
    const { model, diagnostics } = readExport(new SourceFile("all.config.json", JSON.stringify(value)), {});
    expect(model.journeys.map(({ id }) => id)).toEqual(["Login"]);
    expect(diagnostics.map(({ code, place }) => [code, "pointer" in place && place.pointer])).toEqual([
      ["malformed-journey", "/realm/root-alpha/trees/Number"],
      ["malformed-journey", "/realm/root-alpha/trees/Empty"],
    ]);
    expect(read({ "all.config.json": value })).toEqual({
      journeys: ["Login"],
      found: [
        ["malformed-journey", "all.config.json"],
        ["malformed-journey", "all.config.json"],
      ],
    });
  });

  test("of anything else in a folder are passed over", () => {
    const found = read({ "forest.json": { trees: { oak: { height: 3 } } }, "login.json": { trees: { Login: login } } });
    expect(found).toEqual({ journeys: ["Login"], found: [] });
  });
});

test("one reference that is none does not hide a tree", () => {
  const files = {
    "trees/Login.json": tree("Login", { broken: 7, untyped: { displayName: "?" } }),
    [`nodes/${nodeId}.json`]: body,
  };
  expect(read(files)).toMatchObject({ journeys: ["Login"] });
});

test("a broken file of a folder is told, and the others are read", () => {
  const texts = new Map([
    ["journeys/a.json", "{"],
    ["trees/Login.json", JSON.stringify(tree("Login"))],
    [`nodes/${nodeId}.json`, JSON.stringify(body)],
  ]);
  const { model, diagnostics } = readFolder(texts, {});
  expect(model.journeys.map(({ id }) => id)).toEqual(["Login"]);
  expect(diagnostics.map(({ code, place }) => [code, place.source.path])).toEqual([
    ["invalid-json", "journeys/a.json"],
  ]);
});

describe("a list of trees beside files of nodes", () => {
  const login = tree("Login");
  const other = { ...tree("Other"), nodes: {}, entryNodeId: success };
  const node = { ...body, _outcomes: [{ id: "outcome", displayName: "Outcome" }] };

  test.each<[string, Json]>([
    ["trees?_queryFilter=true.json", { result: [login, other], resultCount: 2 }],
    ["trees?_queryFilter=true", { result: [login, other] }],
    ["trees%3F_queryFilter=true", { result: [login, other] }],
    ["trees.json", [login, other]],
  ])("%s is put together with them", (name, list) => {
    const files = { [`am/${name}`]: list, [`am/nodes/${nodeId}.json`]: node };
    const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)] as const);
    const { model, diagnostics } = readFolder(new Map(texts), {});
    expect(diagnostics).toEqual([]);
    expect(model.journeys.map(({ id }) => id)).toEqual(["Login", "Other"]);
    expect(model.journeys[0]!.origin.document.hasBody(nodeId)).toBe(true);
  });

  test("nodes may be a list too", () => {
    const files = {
      "trees?_queryFilter=true": { result: [login] },
      "nodes?_queryFilter=true": { result: [node, null, 7] },
    };
    expect(read(files)).toEqual({ journeys: ["Login"], found: [] });
  });

  test("a tree that has a file of its own as well counts once; two different ones do not", () => {
    const list = { "trees?_queryFilter=true": { result: [login] }, [`nodes/${nodeId}.json`]: node };
    expect(read({ ...list, "trees/Login.json": login })).toEqual({ journeys: ["Login"], found: [] });
    const changed = { ...login, description: "changed" };
    expect(read({ ...list, "trees/Login.json": changed }).found.map(([code]) => code)).toEqual(["duplicate-journey"]);
  });
});
