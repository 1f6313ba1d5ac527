import { describe, expect, test } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { writeExport } from "../../../src/export-json/write/write-export.js";
import type { Journey, JourneyNode } from "../../../src/model/model.js";
import type { Json } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { exportFixture, fixtureScript, fixtureIds as ids } from "../../support/export-fixture.js";

function read(document: Json, options = {}) {
  return readExport(new SourceFile("exports/fixture.json", JSON.stringify(document, null, 2)), options);
}

function readOne(document: Json): Journey {
  const { model, diagnostics } = read(document);
  expect(diagnostics).toEqual([]);
  expect(model.journeys).toHaveLength(1);
  return model.journeys[0]!;
}

function nodeOf(journey: Journey, id: string): JourneyNode {
  return journey.nodes.flatMap((node) => [node, ...node.children]).find((node) => node.id === id)!;
}

describe("layouts of one file", () => {
  const fixture = exportFixture();
  const { tree, ...rest } = fixture;
  const layouts: Record<string, Json> = {
    "trees with meta": { meta: { origin: "https://x" }, trees: { "Sign In": fixture } },
    "trees without meta": { trees: { "Sign In": fixture } },
    "one tree at top level": fixture,
    "one tree with origin and innernodes": {
      ...rest,
      tree,
      innernodes: fixture.innerNodes,
      origin: "abc",
      innerNodes: undefined as unknown as Json,
    },
    "a list of trees": { journeys: [fixture] },
    "a whole configuration": {
      realm: { alpha: { trees: { "Sign In": fixture }, script: { x: {} } } },
      global: { x: 1 },
    },
    "a byte order mark": { trees: { "Sign In": fixture } },
  };

  test.each(Object.entries(layouts))("%s", (name, document) => {
    const text = (name === "a byte order mark" ? "\ufeff" : "") + JSON.stringify(document);
    const { model, diagnostics } = readExport(new SourceFile("x.json", text), {});
    expect(diagnostics).toEqual([]);
    const journey = model.journeys[0]!;
    expect(journey.id).toBe("Sign In");
    expect(journey.nodes.map((node) => node.id)).toEqual([ids.page, ids.store, ids.risk]);
    expect(journey.nodes[0]!.children.map((node) => node.id)).toEqual([ids.name, ids.password]);
  });

  test("a tree object alone, settings in its references", () => {
    const { nodes } = exportFixture().tree as { nodes: Record<string, Record<string, Json>> };
    const references = Object.fromEntries(
      Object.entries(nodes).map(([id, reference]) => [id, { ...reference, config: { _id: id, outcomes: ["a"] } }]),
    );
    const journey = readOne({ ...(tree as object), nodes: references });
    expect(nodeOf(journey, ids.risk).properties.get("outcomes")?.value).toEqual(["a"]);
    expect(journey.exportOptions.bodies).toBeUndefined();
  });

  test("a tree object alone, without any settings", () => {
    expect(readOne(tree).exportOptions.bodies).toBe(false);
  });

  test("a tree without an id takes the key, else the file's name", () => {
    const { _id, ...nameless } = tree;
    expect(readOne({ trees: { Other: { ...fixture, tree: nameless } } }).id).toBe("Other");
    const journey = readOne({ ...fixture, tree: nameless });
    expect(journey.id).toBe("fixture");
    expect(journey.exportOptions.treeId).toBe(false);
  });
});

describe("the journey", () => {
  const signIn = () => readOne({ trees: { "Sign In": exportFixture() } });

  test("has a name for the text and the settings of the tree", () => {
    const journey = signIn();
    expect(journey.name).toBe("SignIn");
    expect([...journey.settings.keys()]).toEqual([
      "description",
      "enabled",
      "identityResource",
      "innerTreeOnly",
      "mustRun",
    ]);
    expect(journey.categories?.value).toEqual(["Authentication"]);
    expect(journey.raw).toBeUndefined();
  });

  test("starts at the page, whose inner nodes are its children", () => {
    const journey = signIn();
    expect(journey.entry?.target).toMatchObject({ kind: "node", id: ids.page });
    const page = nodeOf(journey, ids.page);
    expect(page.children.map((child) => [child.displayName, child.page])).toEqual([
      ["Name", page.name],
      ["Password", page.name],
    ]);
    expect(page.properties.has("nodes")).toBe(false);
    expect(page.properties.get("pageHeader")?.value).toEqual({ en: "Sign In" });
  });

  test("keeps outcomes in the platform's order, and connects them", () => {
    const journey = signIn();
    const store = nodeOf(journey, ids.store);
    expect(store.outcomes.map((outcome) => outcome.id)).toEqual(["true", "false"]);
    expect(store.connections.map(({ outcomeId, target }) => [outcomeId, target.kind])).toEqual([
      ["true", "node"],
      ["false", "failure"],
    ]);
    expect(store.bodyOverrides.size).toBe(0);
    expect(store.coordinates).toEqual({ x: 300, y: 200.5 });
  });

  test("decodes the script", () => {
    const journey = signIn();
    const [script] = journey.scripts;
    expect(script).toMatchObject({ id: ids.script, title: "Rate the risk", body: fixtureScript, file: undefined });
    expect([...script!.properties.keys()]).toEqual(["context", "description", "language"]);
  });

  test("needs no option where the export is of today", () => {
    const journey = signIn();
    expect(journey.exportOptions).toMatchObject({
      nodeVersions: true,
      outcomes: true,
      coordinates: true,
      scriptEncoding: "json",
    });
    const { nodeVersionPlaces, types, staticNodes, treeId, uiConfig, bodies, nodeVersionNumbers } =
      journey.exportOptions;
    expect([nodeVersionPlaces, types, staticNodes, treeId, uiConfig, bodies, nodeVersionNumbers]).toEqual(
      Array(7).fill(undefined),
    );
  });

  test("does not depend on the order of keys", () => {
    const journey = signIn();
    const reversed = JSON.parse(JSON.stringify({ trees: { "Sign In": reverseKeys(exportFixture()) } })) as Json;
    const shape = (each: Journey) =>
      JSON.stringify(each, (key, value: unknown) =>
        key === "origin" || key.toLowerCase().endsWith("place") ? undefined : value instanceof Map ? [...value] : value,
      );
    expect(shape(readOne(reversed))).toBe(shape(journey));
  });

  test("every part knows its place in the text", () => {
    const source = new SourceFile("x.json", JSON.stringify({ trees: { "Sign In": exportFixture() } }, null, 2));
    const read = readExport(source, {}).model.journeys[0]!;
    const risk = nodeOf(read, ids.risk);
    const places = [
      read.place,
      risk.place,
      risk.typePlace,
      risk.properties.get("outcomes")!.place,
      risk.connections[0]!.place,
      read.entry!.place,
    ];
    for (const place of places) expect(source.slice(place.range)).not.toBe("");
    expect(source.slice(risk.typePlace.range)).toBe('"ScriptedDecisionNode"');
    expect(risk.properties.get("outcomes")!.place.pointer).toBe(`/trees/Sign In/nodes/${ids.risk}/outcomes`);
    expect(source.slice(nodeOf(read, ids.name).typePlace.range)).toBe('"UsernameCollectorNode"');
    expect(source.slice(read.entry!.place.range)).toBe(JSON.stringify(ids.page));
  });
});

function reverseKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reverseKeys(member)]),
  );
}

describe("exports of other ages", () => {
  test("without versions, types, outcomes, positions, uiConfig", () => {
    const fixture = exportFixture();
    const { staticNodes: _staticNodes, uiConfig: _uiConfig, ...tree } = fixture.tree;
    for (const reference of Object.values(tree.nodes as Record<string, Record<string, Json>>)) {
      for (const key of ["x", "y", "version"]) delete reference[key];
    }
    for (const body of [...Object.values(fixture.nodes), ...Object.values(fixture.innerNodes)] as Record<
      string,
      Json
    >[]) {
      delete body._type;
      delete body._outcomes;
    }
    for (const child of (fixture.nodes[ids.page] as { nodes: Record<string, Json>[] }).nodes) delete child.nodeVersion;
    const { exportOptions, nodes, categories } = readOne({ ...fixture, tree });
    expect(exportOptions).toMatchObject({
      nodeVersions: false,
      types: false,
      outcomes: false,
      coordinates: false,
      uiConfig: false,
    });
    expect(categories).toBeUndefined();
    expect(nodes.map((node) => [node.version, node.coordinates, node.outcomes.length])).toEqual([
      ["1.0", undefined, 1],
      ["1.0", undefined, 2],
      ["1.0", undefined, 2],
    ]);
  });

  test("versions as numbers, in references only", () => {
    const fixture = exportFixture();
    for (const reference of Object.values(fixture.tree.nodes as Record<string, Record<string, Json>>))
      reference.version = 1;
    for (const body of [...Object.values(fixture.nodes), ...Object.values(fixture.innerNodes)] as {
      _type: Record<string, Json>;
    }[]) {
      delete body._type.version;
    }
    for (const child of (fixture.nodes[ids.page] as { nodes: Record<string, Json>[] }).nodes) delete child.nodeVersion;
    const { exportOptions, nodes } = readOne(fixture);
    expect(exportOptions).toMatchObject({
      nodeVersions: true,
      nodeVersionPlaces: ["references"],
      nodeVersionNumbers: true,
    });
    expect(nodes[0]!.version).toBe("1.0");
  });

  test("coordinates that are null or missing here and there", () => {
    const fixture = exportFixture();
    const references = fixture.tree.nodes as Record<string, Record<string, Json>>;
    references[ids.store] = { ...references[ids.store]!, x: null, y: null };
    const { x: _x, y: _y, ...bare } = references[ids.risk]!;
    references[ids.risk] = bare;
    const journey = readOne(fixture);
    expect(nodeOf(journey, ids.store)).toMatchObject({ coordinates: undefined, coordinatesForm: "null" });
    expect(nodeOf(journey, ids.risk)).toMatchObject({ coordinates: undefined, coordinatesForm: "absent" });
    expect(nodeOf(journey, ids.page).coordinatesForm).toBeUndefined();
  });

  test("static nodes without positions, or positions without static nodes", () => {
    const fixture = exportFixture();
    fixture.tree.staticNodes = { startNode: {}, [ids.success]: {}, [ids.failure]: {} };
    expect(readOne(fixture).exportOptions).toMatchObject({ coordinates: true, staticNodes: "empty" });
    delete fixture.tree.staticNodes;
    expect(readOne(fixture).exportOptions).toMatchObject({ coordinates: true, staticNodes: false });
  });

  test("types as file-based configuration has them", () => {
    const fixture = exportFixture();
    for (const body of [...Object.values(fixture.nodes), ...Object.values(fixture.innerNodes)] as {
      _type: Record<string, Json>;
    }[]) {
      body._type = { _id: body._type._id!, name: body._type._id!, collection: false };
    }
    const journey = readOne(fixture);
    expect(journey.exportOptions.types).toBe("plain");
    expect(journey.nodes.every((node) => node.bodyOverrides.size === 0)).toBe(true);
  });

  test("types with nothing but the id, one with more", () => {
    const fixture = exportFixture();
    const bodies = [...Object.values(fixture.nodes), ...Object.values(fixture.innerNodes)] as {
      _type: Record<string, Json>;
    }[];
    for (const body of bodies.slice(1)) body._type = { _id: body._type._id! };
    const journey = readOne(fixture);
    expect(journey.exportOptions.types).toBe("ids");
    const overridden = journey.nodes
      .flatMap((node) => [node, ...node.children])
      .filter((node) => node.bodyOverrides.size > 0);
    expect(overridden.map(({ id }) => id)).toEqual([ids.page]);
    const built = JSON.parse(writeExport(journey).text).trees["Sign In"];
    for (const [id, body] of Object.entries({ ...fixture.nodes, ...fixture.innerNodes })) {
      const { _type } = body as { readonly _type: Json };
      expect({ ...built.nodes, ...built.innerNodes }[id]._type).toEqual(_type);
    }
  });

  test.each(["json", "base64", "lines"] as const)("scripts as %s", (encoding) => {
    const fixture = exportFixture();
    const script = fixture.scripts[ids.script] as Record<string, Json>;
    const forms = {
      json: JSON.stringify(fixtureScript),
      base64: Buffer.from(fixtureScript, "utf8").toString("base64"),
      lines: fixtureScript.split("\n"),
    };
    script.script = forms[encoding];
    const journey = readOne(fixture);
    expect(journey.exportOptions.scriptEncoding).toBe(encoding);
    expect(journey.scripts[0]!.body).toBe(fixtureScript);
  });
});

describe("what is odd survives", () => {
  test("stale outcomes and foreign types become overrides", () => {
    const fixture = exportFixture();
    const body = fixture.nodes[ids.store] as Record<string, Json>;
    body._outcomes = [{ id: "true", displayName: "Yes" }];
    body._type = { _id: "DataStoreDecisionNode", name: "Store", collection: true, version: "1.0" };
    const node = nodeOf(readOne(fixture), ids.store);
    expect([...node.bodyOverrides].map(([key, { value }]) => [key, value])).toEqual([
      ["_type", body._type],
      ["_outcomes", body._outcomes],
    ]);
    expect(node.connections.map((connection) => connection.outcomeId)).toEqual(["true", "false"]);
  });

  test("of `_type` and `_outcomes`, only the one that is odd becomes an override", () => {
    const overrides = (change: (body: Record<string, Json>) => void) => {
      const fixture = exportFixture();
      change(fixture.nodes[ids.store] as Record<string, Json>);
      return [...nodeOf(readOne(fixture), ids.store).bodyOverrides.keys()];
    };
    expect(overrides(() => {})).toEqual([]);
    expect(overrides((body) => Object.assign(body, { _outcomes: [] }))).toEqual(["_outcomes"]);
    expect(overrides((body) => Object.assign(body._type as object, { name: "Store" }))).toEqual(["_type"]);
    expect(overrides((body) => Object.assign(body, { _type: "x" }))).toEqual(["_type"]);
    expect(overrides((body) => delete body._type)).toEqual([]);
  });

  test("a connection whose target is no text is none", () => {
    const fixture = exportFixture();
    const references = fixture.tree.nodes as Record<string, Record<string, Json>>;
    references[ids.store]!.connections = { true: 5, false: ids.risk, other: null, more: { a: 1 }, last: [] };
    expect(nodeOf(readOne(fixture), ids.store).connections.map(({ outcomeId }) => outcomeId)).toEqual(["false"]);
  });

  test.each<[string, Json, readonly string[], boolean]>([
    ["a list", [{ id: "a", displayName: "A" }], ["a"], true],
    [
      "a list in another order",
      [
        { id: "false", displayName: "False" },
        { id: "true", displayName: "True" },
      ],
      ["false", "true"],
      true,
    ],
    ["an empty list", [], [], true],
    ["a text", "x", ["true", "false"], true],
    ["a list of what is no outcome", [5], ["true", "false"], true],
  ])("the outcomes of a node are those that its body lists: %s", (_what, given, outcomes, known) => {
    const fixture = exportFixture();
    (fixture.nodes[ids.store] as Record<string, Json>)._outcomes = given;
    const node = nodeOf(readOne(fixture), ids.store);
    expect([node.outcomes.map(({ id }) => id), node.outcomesKnown]).toEqual([outcomes, known]);
    expect(node.bodyOverrides.get("_outcomes")?.value).toEqual(given);
  });

  test("the outcomes of a type that nobody knows are known where its body lists them", () => {
    const known = (more: Record<string, Json>) => {
      const fixture = exportFixture();
      (fixture.tree.nodes as Record<string, Record<string, Json>>)[ids.store]!.nodeType = "AcmeNode";
      fixture.nodes[ids.store] = { _id: ids.store, ...more };
      return nodeOf(readOne(fixture), ids.store).outcomesKnown;
    };
    expect(known({ _outcomes: [{ id: "a", displayName: "A" }] })).toBe(true);
    expect(known({ _outcomes: "x" })).toBe(false);
    expect(known({})).toBe(false);
  });

  test("scripts come by their titles, whatever their ids", () => {
    const fixture = exportFixture();
    const script = fixture.scripts[ids.script] as Record<string, Json>;
    for (const [id, name] of [
      ["1", "C"],
      ["2", "A"],
      ["3", "B"],
      ["4", "A"],
    ] as const) {
      fixture.scripts[id] = { ...script, _id: id, name };
    }
    expect(readOne(fixture).scripts.map(({ id, title }) => [title, id])).toEqual([
      ["A", "2"],
      ["A", "4"],
      ["B", "3"],
      ["C", "1"],
      ["Rate the risk", ids.script],
    ]);
  });

  test("resources in a list without an id, or with one that another has, are left to raw", () => {
    const themes = [{ _id: "a" }, { name: "x" }, 5, { _id: "a", other: 1 }, { _id: "b" }, { _id: 5 }];
    expect(readOne({ ...exportFixture(), themes }).resources.map(({ id, content }) => [id, content])).toEqual([
      ["a", { _id: "a" }],
      ["b", { _id: "b" }],
    ]);
  });

  test("dangling entry, dangling connections, loops, nodes that nothing reaches", () => {
    const fixture = exportFixture();
    const references = fixture.tree.nodes as Record<string, { connections: Record<string, Json> }>;
    fixture.tree.entryNodeId = "gone";
    references[ids.store]!.connections = { true: "nowhere", false: ids.store, "with blank": ids.name };
    const journey = readOne(fixture);
    expect(journey.entry?.target).toEqual({ kind: "foreign", id: "gone" });
    expect(journey.nodes).toHaveLength(3);
    expect(nodeOf(journey, ids.store).connections.map(({ outcomeId, target }) => [outcomeId, target.kind])).toEqual([
      ["true", "foreign"],
      ["false", "node"],
      ["with blank", "foreign"],
    ]);
  });

  test("an empty journey leads to failure", () => {
    const journey = readOne({
      tree: { _id: "E", entryNodeId: ids.failure, nodes: {}, staticNodes: {}, uiConfig: {} },
      nodes: {},
    });
    expect(journey.entry?.target).toEqual({ kind: "failure" });
    expect(journey.nodes).toEqual([]);
  });

  test("annotations stay a text, ids in it untouched; so do categories written otherwise", () => {
    const fixture = exportFixture();
    const annotations = JSON.stringify({ forNodes: { [ids.page]: "note" } });
    fixture.tree.uiConfig = { annotations, categories: '["Authentication"]' };
    expect(readOne(fixture).settings.get("uiConfig")?.value).toEqual({ annotations });
    fixture.tree.uiConfig = { categories: '[ "Authentication" ]' };
    const journey = readOne(fixture);
    expect(journey.categories).toBeUndefined();
    expect(journey.settings.get("uiConfig")?.value).toEqual({ categories: '[ "Authentication" ]' });
  });

  test("an inner node that the tree lists too is read once", () => {
    const fixture = exportFixture();
    (fixture.tree.nodes as Record<string, Json>)[ids.name] = {
      displayName: "N",
      nodeType: "UsernameCollectorNode",
      connections: {},
    };
    const journey = readOne(fixture);
    const all = journey.nodes.flatMap((node) => [node.id, ...node.children.map((child) => child.id)]);
    expect(all.filter((id) => id === ids.name)).toHaveLength(1);
    expect(all).toHaveLength(5);
  });

  test("nodes with one display name get names of their own", () => {
    const fixture = exportFixture();
    for (const reference of Object.values(fixture.tree.nodes as Record<string, Record<string, Json>>))
      reference.displayName = "Same";
    const names = readOne(fixture).nodes.map((node) => node.name);
    expect(new Set(names).size).toBe(3);
  });

  test("types that the catalogue lacks are declared as far as the export shows them", () => {
    const fixture = exportFixture();
    const outcomes = [{ id: "yes", displayName: "Yes!" }];
    (fixture.tree.nodes as Record<string, Record<string, Json>>)[ids.store]!.nodeType = "AcmeNode";
    fixture.nodes[ids.store] = {
      _id: ids.store,
      _type: { _id: "AcmeNode", name: "Acme", collection: true, version: "1.0" },
      _outcomes: outcomes,
      colour: "red",
    };
    const { model } = read(fixture);
    expect(model.externTypes.get("AcmeNode")).toMatchObject({
      displayName: "Acme",
      versions: { "1.0": { outcomes: { parts: outcomes } } },
    });
    const node = nodeOf(model.journeys[0]!, ids.store);
    expect(node.outcomesKnown).toBe(true);
    expect(node.bodyOverrides.size).toBe(0);
    expect(node.properties.get("colour")?.value).toBe("red");
  });

  test("definitions of the Node Designer become types and resources", () => {
    const definition = {
      serviceName: "abc",
      displayName: "Mine",
      outcomes: ["a", "b"],
      errorOutcome: true,
      script: "x",
      properties: {},
      tags: ["t"],
    };
    const { model } = read({ ...exportFixture(), nodeTypes: { "abc-1": definition } });
    const type = model.externTypes.get("designer-abc");
    expect(type?.versions["1.0"]?.outcomes.parts).toEqual([
      { id: "a", displayName: "a" },
      { id: "b", displayName: "b" },
      { id: "Script Error", displayName: "Script Error" },
    ]);
    expect(model.journeys[0]!.resources).toMatchObject([{ kind: "nodeType", id: "abc-1", content: definition }]);
  });

  test("resources of every kind keep their content", () => {
    const resources = {
      emailTemplates: { welcome: { _id: "emailTemplate/welcome", subject: { en: "Hi" } } },
      themes: [{ _id: "theme-1", name: "Plain" }],
      socialIdentityProviders: { google: { enabled: true } },
      saml2Entities: { e: { entityId: "https://e" } },
      circlesOfTrust: { c: { status: "active" } },
      variable: { "esv-x": { valueBase64: "eA==" } },
    };
    expect(readOne({ ...exportFixture(), ...resources }).resources.map(({ kind, id }) => [kind, id])).toEqual([
      ["emailTemplate", "welcome"],
      ["theme", "theme-1"],
      ["socialIdentityProvider", "google"],
      ["saml2Entity", "e"],
      ["circleOfTrust", "c"],
      ["variable", "esv-x"],
    ]);
  });
});

describe("realms", () => {
  const named = (description: string) => ({ ...exportFixture(), tree: { ...exportFixture().tree, description } });
  const document = {
    realm: {
      alpha: { trees: { A: named("of alpha") } },
      "root-bravo": { trees: { A: named("of bravo"), B: named("only bravo") } },
    },
  };

  test("of two journeys with one name that of the wanted realm is read, with a note", () => {
    const { model, diagnostics } = read(document, { realm: "bravo" });
    expect(model.journeys.map((journey) => journey.settings.get("description")?.value).sort()).toEqual([
      "of bravo",
      "only bravo",
    ]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["other-realm", "info"]]);
  });

  test("without a realm the first", () => {
    const { model } = read(document);
    expect(model.journeys.map((journey) => journey.id)).toEqual(["A", "B"]);
    expect(model.journeys[0]!.settings.get("description")?.value).toBe("of alpha");
  });
});
