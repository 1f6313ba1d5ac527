import { expect, test } from "vitest";
import { writeBundle } from "../../../src/export-json/write/write-bundle.js";
import { journeyExport, writeExport } from "../../../src/export-json/write/write-export.js";
import { deriveNodeId, terminalIds } from "../../../src/model/ids.js";
import { isJsonObject, type Json, type JsonObject } from "../../../src/text/json.js";
import { bindText } from "../../support/read-project.js";

function exportOf(text: string, options = {}): JsonObject {
  const { model, diagnostics } = bindText(text, options);
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
  return journeyExport(model.journeys[0]!);
}

function at(value: Json | undefined, ...path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((inside, key) => (isJsonObject(inside) ? inside[key] : undefined), value);
}

const id = (path: string) => deriveNodeId("J", path);

const body = `
  start -> Ask

  page Ask@2.0 {
    node Code: OneTimePasswordCollectorDecision

    true -> success
    false -> failure
  }
`;

test("has the members of the platform's export, empty ones included", () => {
  expect(Object.keys(exportOf("journey J { start -> failure }"))).toEqual([
    "circlesOfTrust",
    "emailTemplates",
    "innerNodes",
    "nodes",
    "saml2Entities",
    "scripts",
    "socialIdentityProviders",
    "themes",
    "tree",
  ]);
});

test("node versions stand in the three places, or in none, or in those asked for", () => {
  const places = (options: string) => {
    const value = exportOf(`journey J {${body}\nexport { ${options} } }`);
    const page = at(value, "nodes", id("Ask"), "nodes") as readonly Json[];
    return [
      at(value, "tree", "nodes", id("Ask"), "version"),
      at(value, "nodes", id("Ask"), "_type", "version"),
      at(page[0], "nodeVersion"),
    ];
  };
  expect(places("nodeVersions: true")).toEqual(["2.0", "2.0", "1.0"]);
  expect(places("nodeVersions: false")).toEqual([undefined, undefined, undefined]);
  expect(places('nodeVersionPlaces: ["references"]')).toEqual(["2.0", undefined, undefined]);
  expect(places("nodeVersionNumbers: true")).toEqual([2, 2, 1]);
});

test("outcomes of a page of version 2.0 carry the inner node's id", () => {
  const value = exportOf(`journey J {${body}}`);
  const [yes, no] = [`${id("Ask/Code")}-true`, `${id("Ask/Code")}-false`];
  expect(at(value, "tree", "nodes", id("Ask"), "connections")).toEqual({
    [yes]: terminalIds.success,
    [no]: terminalIds.failure,
  });
  expect(at(value, "nodes", id("Ask"), "_outcomes")).toEqual([
    { id: yes, displayName: "True" },
    { id: no, displayName: "False" },
  ]);
});

test("categories are JSON text, and other members of uiConfig stay", () => {
  const value = exportOf('journey J { categories: ["A", "B"]\nuiConfig: { annotations: "{}" }\nstart -> failure }');
  expect(at(value, "tree", "uiConfig")).toEqual({ annotations: "{}", categories: '["A","B"]' });
});

test.each([
  ["json", JSON.stringify('a("ü");\r\nb();')],
  ["base64", Buffer.from('a("ü");\r\nb();').toString("base64")],
  ["lines", ['a("ü");\r', "b();"]],
])("a script in the encoding %s", (encoding, expected) => {
  const text = `journey J { start -> failure\nscript S { file: "s.js" id: "s" }\nexport { scriptEncoding: "${encoding}" } }`;
  const value = exportOf(text, { readText: () => ({ text: 'a("ü");\r\nb();' }) });
  expect(at(value, "scripts", "s", "script")).toEqual(expected);
});

test("a long script survives base64 in pieces", () => {
  const script = "x".repeat(100_000);
  const text = 'journey J { start -> failure\nscript S { file: "s.js" id: "s" }\nexport { scriptEncoding: "base64" } }';
  const written = at(exportOf(text, { readText: () => ({ text: script }) }), "scripts", "s", "script");
  expect(Buffer.from(String(written), "base64").toString()).toBe(script);
});

test("raw is applied last, with ids for names", () => {
  const value = exportOf(`journey J {${body}
  raw {
    nodes: { Ask: { extra: 1, _type: null, nodes: [{ _id: "Ask.Code" }] } }
    innerNodes: { "Ask.Code": { extra: 2 }, "literal": { extra: 3 } }
    tree: { entryNodeId: "failure", nodes: { Ask: { connections: { odd: "Ask" } } }, staticNodes: { start: { x: 1 } } }
  }
}`);
  expect(at(value, "nodes", id("Ask"), "extra")).toBe(1);
  expect(at(value, "nodes", id("Ask"), "_type")).toBeUndefined();
  expect(at(value, "nodes", id("Ask"), "nodes")).toEqual([{ _id: id("Ask/Code") }]);
  expect(at(value, "innerNodes", id("Ask/Code"), "extra")).toBe(2);
  expect(at(value, "innerNodes", "literal", "extra")).toBe(3);
  expect(at(value, "tree", "entryNodeId")).toBe(terminalIds.failure);
  expect(at(value, "tree", "nodes", id("Ask"), "connections", "odd")).toBe(id("Ask"));
  expect(at(value, "tree", "staticNodes", "startNode", "x")).toBe(1);
});

test("resources stand under their kinds, themes in a list", () => {
  const kinds = [
    "emailTemplate",
    "theme",
    "socialIdentityProvider",
    "saml2Entity",
    "circleOfTrust",
    "variable",
    "nodeType",
  ];
  const text = `journey J { start -> failure\n${kinds.map((kind) => `resource ${kind} "x" from "x.json"`).join("\n")} }`;
  const value = exportOf(text, { readText: () => ({ text: '{"a":1}' }) });
  const x = { x: { a: 1 } };
  expect(value).toMatchObject({ emailTemplates: x, socialIdentityProviders: x, saml2Entities: x, circlesOfTrust: x });
  expect(value).toMatchObject({ variable: x, nodeTypes: x, themes: [{ a: 1 }] });
});

test("every node has a place of its own on the canvas", () => {
  const value = exportOf(`journey J {${body}}`);
  const reference = at(value, "tree", "nodes", id("Ask")) as JsonObject;
  expect(reference.x).toBeTypeOf("number");
  expect(Object.keys(at(value, "tree", "staticNodes") as JsonObject).sort()).toEqual(Object.values(terminalIds).sort());
  const none = exportOf(`journey J {${body}\nexport { coordinates: false } }`);
  expect(at(none, "tree", "staticNodes")).toBeUndefined();
  expect(at(none, "tree", "nodes", id("Ask"), "x")).toBeUndefined();
});

test("the text and the value say the same, keys sorted, a newline at the end", () => {
  const { model } = bindText(`journey J {${body}}`);
  const { text, value } = writeExport(model.journeys[0]!);
  expect(text.endsWith("}\n")).toBe(true);
  expect(JSON.parse(text)).toEqual(value);
});

test("connections and outcomes: those are sorted by id, these stay in the node's order", () => {
  const { model } = bindText(`journey J {
  start -> N
  node N: ChoiceCollector {
    prompt: "?"
    choices: ["b", "c", "a"]
    defaultChoice: "a"
    c -> success
    a -> failure
    b -> success
  }
}`);
  const { nodes, tree } = JSON.parse(writeExport(model.journeys[0]!).text).trees.J;
  expect(Object.keys(tree.nodes[id("N")].connections)).toEqual(["a", "b", "c"]);
  expect(nodes[id("N")]._outcomes.map((outcome: JsonObject) => outcome.id)).toEqual(["b", "c", "a"]);
});

test("a bundle has inner journeys first, else ids in order, and survives circles", () => {
  const inner = (name: string, tree: string) =>
    `journey ${name} { start -> N\nnode N: InnerTreeEvaluator { tree: "${tree}"\ntrue, false -> failure } }`;
  const { model } = bindText(
    [inner("A", "C"), inner("B", "A"), inner("C", "D"), inner("D", "D"), inner("E", "F"), inner("F", "E")].join("\n"),
  );
  const text = writeBundle(model.journeys);
  expect(Object.keys(JSON.parse(text).trees)).toEqual(["D", "C", "A", "B", "F", "E"]);
  for (const journey of model.journeys) expect(JSON.parse(text).trees[journey.id]).toEqual(journeyExport(journey));
  expect(JSON.parse(writeBundle([]))).toEqual({ trees: {} });
});
