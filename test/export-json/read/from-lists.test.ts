import { describe, expect, test } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { withResidue } from "../../../src/export-json/residue.js";
import { journeyExport } from "../../../src/export-json/write/write-export.js";
import type { Json, JsonObject } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { documentsOf } from "../../support/documents-of.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";
import { canonicalJourney } from "../../support/same-journey.js";

const read = (value: Json) => readExport(new SourceFile("x.json", JSON.stringify(value, null, 2)), {});

/** A section as a list: each entry with its id. */
const listOf = (section: JsonObject) =>
  Object.entries(section).map(([id, entry]) => ({ ...(entry as JsonObject), _id: id }));

/** The same, with the settings of each node in `details`. */
const handMade = (section: JsonObject): Json[] =>
  Object.values(section).map((entry) => {
    const { _id, _type, ...details } = entry as Record<string, Json>;
    return { _id: _id!, nodeType: (_type as JsonObject)._id!, details };
  });

const fixture = exportFixture();
const wanted = canonicalJourney(fixture);

test("the type that an entry of a list gives is that of its node where nothing else says it", () => {
  const { model } = read({
    ...fixture,
    innerNodes: {},
    nodes: [...handMade(fixture.nodes), { _id: "stray", nodeType: "MessageNode", details: { a: 1 } }],
  });
  // What neither the tree nor a page has is taken for an inner node.
  const document = documentsOf(model)[0] as Record<string, Record<string, JsonObject>>;
  expect(document.innerNodes?.stray).toEqual({ _id: "stray", _type: { _id: "MessageNode" }, a: 1 });
  expect(document.nodes?.[ids.store]?._type).toBeUndefined();
});

describe("sections kept as lists are read as what they are", () => {
  test.each<[string, JsonObject]>([
    ["nodes", { ...fixture, nodes: listOf(fixture.nodes) }],
    ["nodes and inner nodes", { ...fixture, nodes: listOf(fixture.nodes), innerNodes: listOf(fixture.innerNodes) }],
    [
      "inner nodes among the nodes",
      { tree: fixture.tree, scripts: fixture.scripts, nodes: listOf({ ...fixture.nodes, ...fixture.innerNodes }) },
    ],
    ["scripts", { ...fixture, scripts: listOf(fixture.scripts) }],
    ["references", { ...fixture, tree: { ...fixture.tree, nodes: listOf(fixture.tree.nodes as JsonObject) } }],
  ])("%s", (_, value) => {
    const { model, diagnostics } = read(value);
    expect(diagnostics).toEqual([]);
    expect(documentsOf(model).map(canonicalJourney)).toEqual([wanted]);
    for (const { raw } of model.journeys) expect(raw).toBeUndefined();
  });

  test("nodes with their settings in `details`", () => {
    const value = { nodes: handMade({ ...fixture.nodes, ...fixture.innerNodes }), tree: fixture.tree };
    const { model, diagnostics } = read(value);
    expect(diagnostics).toEqual([]);
    const [journey] = model.journeys;
    const risk = journey!.nodes.find(({ id }) => id === ids.risk)!;
    expect(risk.properties.get("outcomes")!.value).toEqual(["low", "high"]);
    expect(risk.typeId).toBe("ScriptedDecisionNode");
    expect(risk.connections.map(({ outcomeId }) => outcomeId).sort()).toEqual(["high", "low"]);
    const page = journey!.nodes.find(({ id }) => id === ids.page)!;
    expect(page.children.map(({ id }) => id)).toEqual([ids.name, ids.password]);
    const { place } = risk.properties.get("outcomes")!;
    expect(place.pointer).toMatch(/^\/nodes\/\d+\/details\/outcomes$/);
    expect(place.source.slice(place.range)).toContain('"low"');
  });

  test("entries that belong to no node are told, and the rest is read", () => {
    const nodes = [...handMade(fixture.nodes), { details: {} }, null, 7, ...handMade(fixture.nodes).slice(0, 1)];
    const { model, diagnostics } = read({ tree: fixture.tree, nodes, innerNodes: fixture.innerNodes });
    expect(diagnostics.map(({ code, place }) => [code, place.pointer])).toEqual(
      [3, 4, 5, 6].map((index) => ["malformed-entry", `/nodes/${index}`]),
    );
    expect(model.journeys[0]!.nodes).toHaveLength(3);
  });

  test("of two entries that say different things the last one counts", () => {
    const nodes = handMade(fixture.nodes) as JsonObject[];
    const risk = nodes.find(({ _id }) => _id === ids.risk)!;
    const later = { ...risk, details: { ...(risk.details as JsonObject), outcomes: ["low", "high", "other"] } };
    const { model, diagnostics } = read({ tree: fixture.tree, nodes: [...nodes, later], innerNodes: {} });
    expect(diagnostics.map(({ code, place }) => [code, place.pointer])).toEqual([
      ["malformed-entry", `/nodes/${nodes.indexOf(risk)}`],
    ]);
    const node = model.journeys[0]!.nodes.find(({ id }) => id === ids.risk)!;
    expect(node.properties.get("outcomes")!.value).toEqual(["low", "high", "other"]);
  });

  test("an entry without settings gives the type of its node, and nothing else", () => {
    const nodes = handMade(fixture.nodes).filter((entry) => (entry as JsonObject)._id !== ids.store);
    const { model, diagnostics } = read({
      tree: fixture.tree,
      nodes: [...nodes, { _id: ids.store, nodeType: "DataStoreDecisionNode" }],
    });
    expect(diagnostics).toEqual([]);
    const node = model.journeys[0]!.nodes.find(({ id }) => id === ids.store)!;
    expect([node.typeId, [...node.properties.keys()]]).toEqual(["DataStoreDecisionNode", []]);
  });

  test("a list of anything else is left as it is", () => {
    expect(read({ ...fixture, nodes: [0] }).diagnostics).toEqual([]);
    expect(documentsOf(read({ ...fixture, nodes: [0] }).model)[0]).toMatchObject({ nodes: [0] });
  });
});

test("an empty `nodes` is written again, and so is its lack", () => {
  const written = (value: Json) => journeyExport(withResidue(read(value).model.journeys[0]!));
  expect(written({ ...fixture, nodes: {}, innerNodes: {} })).toMatchObject({ nodes: {} });
  const { nodes: _nodes, innerNodes: _inner, ...without } = fixture;
  expect(written(without)).not.toHaveProperty("nodes");
});
