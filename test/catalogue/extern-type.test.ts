import { describe, expect, test } from "vitest";
import { lookUpType } from "../../src/catalogue/catalogue.js";
import { designerType } from "../../src/catalogue/designer-type.js";
import { externType } from "../../src/catalogue/extern-type.js";
import type { NodeType } from "../../src/catalogue/node-type.js";
import { deriveOutcomes } from "../../src/catalogue/outcomes.js";
import { defaultsOf, propertyNames, requiredPropertiesMissing } from "../../src/catalogue/properties.js";
import { readNodeTypes } from "../../src/catalogue/read-node-types.js";
import { validateProperties } from "../../src/catalogue/validate.js";
import type { Json, JsonObject } from "../../src/text/json.js";

const designerId = "designer-00000000000000000000000000000001";

function extern(members: Readonly<Record<string, Json>>, schema?: Json) {
  return externType(designerId, new Map(Object.entries(members)), schema);
}

function outcomesOf(type: NodeType, properties: Readonly<Record<string, Json>> = {}) {
  return deriveOutcomes(type, type.defaultVersion, new Map(Object.entries(properties)), [], lookUpType);
}

describe("externType", () => {
  test("takes a display name and outcomes", () => {
    const { type, problems } = extern({ displayName: "Has Session", outcomes: ["True", "False"] });
    expect(problems).toEqual([]);
    expect(type).toMatchObject({ id: designerId, displayName: "Has Session", defaultVersion: "1.0" });
    expect(outcomesOf(type)).toMatchObject({
      outcomes: [{ id: "True", displayName: "True" }, { id: "False" }],
      known: true,
    });
  });

  test("takes outcomes with display names, and from a property", () => {
    const { type } = extern({ outcomes: { ok: "It worked" }, outcomesFrom: "codes" });
    expect(outcomesOf(type, { codes: ["200"] }).outcomes).toMatchObject([
      { id: "ok", displayName: "It worked" },
      { id: "200" },
    ]);
  });

  test("knows nothing that was not said", () => {
    const { type, problems } = extern({});
    expect(problems).toEqual([]);
    expect(outcomesOf(type)).toEqual({ outcomes: [], known: false });
    expect(propertyNames(type, "1.0")).toBeUndefined();
    expect(validateProperties(type, "1.0", new Map([["any", 1]]))).toEqual([]);
  });

  test("takes properties by type or in full", () => {
    const { type, problems } = extern({
      properties: {
        text: "string",
        size: { type: "integer", minimum: 1, default: 2 },
        key: { type: "string", required: true },
      },
    });
    expect(problems).toEqual([]);
    expect(propertyNames(type, "1.0")).toEqual(["text", "size", "key"]);
    expect(defaultsOf(type, "1.0")).toEqual(new Map([["size", 2]]));
    expect(requiredPropertiesMissing(type, "1.0", new Map())).toEqual(["key"]);
    expect(validateProperties(type, "1.0", new Map<string, Json>([["size", 0]]))).toMatchObject([
      { property: "size", problem: { kind: "minimum", limit: 1 } },
    ]);
  });

  test("reports what it cannot use, and uses the rest", () => {
    const { type, problems } = extern({ outcomes: "True", colour: "red", displayName: "X", properties: { a: "text" } });
    expect(problems.map(({ pointer, problem }) => [pointer, problem])).toEqual([
      ["/outcomes", "must be a list of outcomes"],
      ["/colour", "is not known here"],
      ["/properties/a", "must be one of string, integer, number, boolean, array, object"],
    ]);
    expect(type.displayName).toBe("X");
  });

  test("survives hostile names", () => {
    const members = JSON.parse(
      '{ "__proto__": 1, "constructor": 2, "properties": { "__proto__": "string" } }',
    ) as JsonObject;
    const { type, problems } = extern(members);
    expect(problems.map(({ pointer }) => pointer)).toEqual(["/__proto__", "/constructor"]);
    expect(propertyNames(type, "1.0")).toEqual(["__proto__"]);
    const found = validateProperties(type, "1.0", new Map([["__proto__", 1]]));
    expect(found).toMatchObject([{ property: "__proto__", problem: { kind: "type" } }]);
  });
});

const platformSchema: Json = {
  type: "object",
  properties: { mode: { title: "Mode", type: "string", enum: ["FAST", "SAFE"], propertyOrder: 100 } },
  required: ["mode"],
};

const definition = {
  _id: "00000000000000000000000000000001-1",
  serviceName: "00000000000000000000000000000001",
  displayName: "Show Message",
  description: "Shows a message",
  outcomes: ["next"],
  errorOutcome: true,
  inputs: ["*"],
  outputs: ["seen"],
  script: "outcome = 'next';",
  tags: ["utilities"],
  properties: {
    message: { title: "Message", description: "", type: "STRING", required: true, multivalued: false },
    kind: {
      title: "Kind",
      type: "STRING",
      required: true,
      defaultValue: "INFO",
      options: { INFO: "Info", WARN: "Warning" },
    },
    keys: { title: "Keys", type: "STRING", required: false, multivalued: true },
    table: { title: "Table", type: "OBJECT", required: false },
  },
};

describe("a Node Designer definition", () => {
  const type = designerType(definition);

  test("gives the type id, the name and the outcomes, with the script's error last", () => {
    expect(type).toMatchObject({ id: designerId, displayName: "Show Message", tags: ["utilities"] });
    expect(outcomesOf(type)).toMatchObject({
      outcomes: [{ id: "next" }, { id: "Script Error", displayName: "Script Error" }],
      known: true,
    });
  });

  test("gives the properties", () => {
    expect(type.versions["1.0"]?.properties).toEqual([
      { name: "message", type: "string", required: true },
      { name: "kind", type: "string", required: true, enum: ["INFO", "WARN"], default: "INFO" },
      { name: "keys", type: "array", items: "string" },
      { name: "table", type: "object", map: "string" },
    ]);
    expect(requiredPropertiesMissing(type, "1.0", new Map())).toEqual(["message"]);
  });
});

describe("readNodeTypes", () => {
  const catalogueShaped = {
    id: "VendorNode",
    displayName: "Vendor",
    summary: "",
    tags: [],
    deprecated: false,
    where: { cloud: false, onPrem: true, marketplace: false },
    allowedInPage: "yes",
    defaultVersion: "1.0",
    versions: {
      "1.0": { outcomes: { kind: "static", parts: [{ id: "outcome", displayName: "Outcome" }] }, constraints: [] },
    },
  };

  test.each<[string, Json]>([
    ["a single description", catalogueShaped],
    ["a list", [catalogueShaped]],
    ["an object by id", { VendorNode: catalogueShaped }],
    ["an export's nodeTypes", { meta: {}, nodeTypes: { "x-1": catalogueShaped } }],
  ])("reads %s", (_label, content) => {
    expect(readNodeTypes(content)).toMatchObject({ types: [{ id: "VendorNode" }], problems: [] });
  });

  test("reads the three kinds of description side by side", () => {
    const { types, problems } = readNodeTypes([
      catalogueShaped,
      definition,
      { id: "InHouseNode", outcomes: ["a"], schema: platformSchema },
    ]);
    expect(problems).toEqual([]);
    expect(types.map((type) => type.id)).toEqual(["VendorNode", designerId, "InHouseNode"]);
    expect(propertyNames(types[2]!, "1.0")).toContain("mode");
  });

  test("says where a description is wrong, and leaves that type out", () => {
    const { types, problems } = readNodeTypes([
      { ...catalogueShaped, allowedInPage: "maybe", defaultVersion: "3.0" },
      7,
    ]);
    expect(types).toEqual([]);
    expect(problems.map(({ typeId, pointer }) => [typeId, pointer])).toEqual([
      ["VendorNode", "/0/allowedInPage"],
      ["", "/1"],
    ]);
    expect(readNodeTypes({ ...catalogueShaped, defaultVersion: "3.0" }).problems).toMatchObject([
      { pointer: "/defaultVersion" },
    ]);
  });
});
