import { describe, expect, test } from "vitest";
import { readExternTypes } from "../../../src/export-json/read/extern-types.js";
import { outlineNodes } from "../../../src/export-json/read/node-outline.js";
import { exportOf } from "../../../src/export-json/sections.js";
import type { Json, JsonObject } from "../../../src/text/json.js";

/** A journey whose nodes have these bodies, all of one type. */
function nodesOf(nodeType: string, ...bodies: readonly JsonObject[]) {
  const nodes = Object.fromEntries(bodies.map((_, index) => [`n${index}`, { nodeType }]));
  const value = exportOf({
    tree: { nodes },
    body: Object.fromEntries(bodies.map((body, index) => [`n${index}`, body])),
  });
  return { value, outlines: outlineNodes(value) };
}

function defined(...definitions: readonly Json[]) {
  const nodeType = Object.fromEntries(definitions.map((definition, index) => [`d${index}`, definition]));
  return { value: exportOf({ tree: {}, nodeType }), outlines: new Map() };
}

const typesIn = (...exports: Parameters<typeof readExternTypes>[0]) => [...readExternTypes(exports).values()];

const yes = { id: "yes", displayName: "Yes" };
const no = { id: "no", displayName: "No" };

describe("a type that the catalogue lacks", () => {
  test("is known by the name and the outcomes in its bodies", () => {
    expect(
      typesIn(nodesOf("AcmeNode", { _type: { name: "Acme", version: "2.0" }, _outcomes: [yes, no] })),
    ).toMatchObject([
      {
        id: "AcmeNode",
        displayName: "Acme",
        summary: "",
        tags: [],
        deprecated: false,
        where: { cloud: true, onPrem: false, marketplace: false, custom: "java-plugin" },
        allowedInPage: "unknown",
        defaultVersion: "2.0",
        versions: { "2.0": { outcomes: { kind: "static", parts: [yes, no] }, properties: undefined } },
      },
    ]);
  });

  test("has all of its versions, the last one as its usual one", () => {
    const [type] = typesIn(
      nodesOf("AcmeNode", { _type: { name: "A", version: "2.0" } }, { _type: { version: "1.0" } }, {}),
    );
    expect(Object.keys(type?.versions ?? {})).toEqual(["1.0", "2.0"]);
    expect(type?.defaultVersion).toBe("2.0");
  });

  test.each<[string, readonly JsonObject[]]>([
    ["no body lists them", [{}]],
    ["bodies list different ones", [{ _outcomes: [yes] }, { _outcomes: [no] }]],
    ["they are no list", [{ _outcomes: "x" }]],
    ["one has no id", [{ _outcomes: [yes, { displayName: "No" }] }]],
    ["one has no name", [{ _outcomes: [yes, { id: "no" }] }]],
    ["one is no object", [{ _outcomes: [yes, 5] }]],
  ])("its outcomes are not known where %s", (_, bodies) => {
    const [first, ...others] = bodies.map((body) => ({ ...body, _type: { name: "Acme" } }));
    const [type] = typesIn(nodesOf("AcmeNode", first!, ...others));
    expect(type?.versions["1.0"]?.outcomes).toEqual({ kind: "unknown", parts: [] });
    // Without a name, too, there is nothing to declare.
    expect(typesIn(nodesOf("AcmeNode", ...bodies))).toEqual([]);
  });

  test("has the outcomes of the first body that lists them", () => {
    const [type] = typesIn(nodesOf("AcmeNode", {}, { _outcomes: [yes] }, { _outcomes: [yes] }));
    expect(type?.versions["1.0"]?.outcomes).toEqual({ kind: "static", parts: [yes] });
    expect(type?.displayName).toBe("AcmeNode");
  });

  test("is found inside pages too, and in all journeys", () => {
    const page = exportOf({
      tree: { nodes: { p: { nodeType: "PageNode" } } },
      body: { p: { nodes: [{ _id: "c", nodeType: "AcmeNode" }] } },
      innerBody: { c: { _outcomes: [yes] } },
    });
    const other = nodesOf("OtherNode", { _outcomes: [no] });
    expect(typesIn({ value: page, outlines: outlineNodes(page) }, other).map(({ id }) => id)).toEqual([
      "AcmeNode",
      "OtherNode",
    ]);
  });

  test("a type of the catalogue is none", () => {
    expect(typesIn(nodesOf("MessageNode", { _type: { name: "Mine" }, _outcomes: [yes] }))).toEqual([]);
  });
});

describe("a definition of the Node Designer", () => {
  test("gives its name, description, tags and outcomes", () => {
    const definition = {
      serviceName: "abc",
      displayName: "Mine",
      description: "Does it",
      tags: ["a", 5],
      outcomes: ["yes", 5, "no"],
    };
    expect(typesIn(defined(definition))).toMatchObject([
      {
        id: "designer-abc",
        displayName: "Mine",
        summary: "Does it",
        tags: ["a"],
        where: { custom: "node-designer" },
        versions: {
          "1.0": {
            outcomes: {
              kind: "static",
              parts: [
                { id: "yes", displayName: "yes" },
                { id: "no", displayName: "no" },
              ],
            },
          },
        },
      },
    ]);
  });

  test("has an outcome for errors only where it says so", () => {
    const outcomes = (errorOutcome: Json) =>
      typesIn(defined({ serviceName: "abc", errorOutcome }))[0]?.versions["1.0"]?.outcomes.parts;
    expect(outcomes(true)).toEqual([{ id: "Script Error", displayName: "Script Error" }]);
    expect(outcomes("true")).toEqual([]);
  });

  test("holds before what bodies show, and the first one holds", () => {
    const body = { _type: { name: "Other" }, _outcomes: [yes] };
    const types = typesIn(
      defined({ serviceName: "abc", displayName: "First" }, { serviceName: "abc", displayName: "Second" }),
      nodesOf("designer-abc", body),
    );
    expect(types.map(({ displayName }) => displayName)).toEqual(["First"]);
  });

  test.each([{}, { serviceName: 5 }, "x", null])("%j is none", (definition) => {
    expect(typesIn(defined(definition))).toEqual([]);
  });

  test("without a name it is called like its id", () => {
    expect(typesIn(defined({ serviceName: "abc" }))).toMatchObject([
      { displayName: "designer-abc", summary: "", tags: [] },
    ]);
  });
});
