import { describe, expect, test } from "vitest";
import { checkBySchema } from "../../src/catalogue/check-by-schema.js";
import { externType } from "../../src/catalogue/extern-type.js";
import { validateProperties } from "../../src/catalogue/validate.js";
import type { Json, JsonObject } from "../../src/text/json.js";

function typeOf(schema: JsonObject, members: JsonObject = {}) {
  const { type, problems } = externType("AcmeNode", new Map(Object.entries(members)), schema);
  expect(problems).toEqual([]);
  return type;
}

/** What is found, as `property/pointer kind: text`. */
function found(
  schema: JsonObject,
  values: Readonly<Record<string, Json>>,
  members: JsonObject = {},
): readonly string[] {
  const problems = validateProperties(typeOf(schema, members), "1.0", new Map(Object.entries(values)));
  return problems.map(({ property, pointer, problem }) => {
    const text = problem.kind === "schema" ? `: ${problem.problem}` : "";
    return `${property}${pointer} ${problem.kind}${text}`;
  });
}

const property = (schema: JsonObject): JsonObject => ({ properties: { p: schema } });

describe("values by a tenant's schema", () => {
  test("are told as the catalogue's own types tell them, as far as these go", () => {
    expect(found(property({ type: "string" }), { p: 1 })).toEqual(["p type"]);
    expect(found(property({ enum: ["A"] }), { p: "B" })).toEqual(["p enum"]);
    expect(found(property({ type: "integer", minimum: 1 }), { p: 0 })).toEqual(["p minimum"]);
    expect(found(property({ type: "integer", maximum: 1 }), { p: 2 })).toEqual(["p maximum"]);
    expect(found(property({ minimum: 1, exclusiveMinimum: true }), { p: 1 })).toEqual(["p exclusiveMinimum"]);
    expect(found(property({ type: "string", minLength: 2 }), { p: "" })).toEqual(["p empty"]);
    expect(found(property({ type: "array", minItems: 1 }), { p: [] })).toEqual(["p empty"]);
    expect(found(property({ type: "object", minProperties: 1 }), { p: {} })).toEqual(["p empty"]);
  });

  test.each<[string, JsonObject, Json, string]>([
    ["a pattern", { type: "string", pattern: "^[a-z]+$" }, "A1", "p schema: must match the pattern ^[a-z]+$"],
    ["a format", { type: "string", format: "email" }, "ada", "p schema: must be an e-mail address"],
    ["a length", { type: "string", minLength: 2 }, "a", "p schema: must have at least 2 characters"],
    ["several types", { type: ["string", "null"] }, 1, "p schema: must be a text or null"],
    [
      "one of several forms",
      { oneOf: [{ type: "string" }, { type: "number" }] },
      true,
      "p schema: must be a text or a number",
    ],
    ["what a list holds", { type: "array", items: { type: "string" } }, ["a", 1], "p/1 type"],
    ["what an object needs", { type: "object", required: ["a/b"] }, {}, 'p schema: needs "a/b"'],
    [
      "what is inside of an object",
      { properties: { "a/b": { multipleOf: 5 } } },
      { "a/b": 3 },
      "p/a~1b schema: must be a multiple of 5",
    ],
  ])("are checked for %s", (_what, schema, value, expected) => {
    expect(found(property(schema), { p: value })).toEqual([expected]);
  });

  test("follow references inside of the schema", () => {
    const schema = {
      ...property({ $ref: "#/definitions/size" }),
      definitions: { size: { type: "integer", maximum: 3 } },
    };
    expect(found(schema, { p: 4 })).toEqual(["p maximum"]);
    expect(found(schema, { p: 3 })).toEqual([]);
  });

  test("are checked together, except for names, which are the binder's business", () => {
    const schema: JsonObject = {
      properties: { mail: { type: "string" }, phone: { type: "string" }, code: { type: "string" } },
      anyOf: [{ required: ["mail"] }, { required: ["phone"] }],
      dependencies: { code: ["phone"] },
      required: ["code"],
      additionalProperties: false,
    };
    expect(found(schema, { other: 1, mail: "a" })).toEqual([]);
    expect(found(schema, {})).toEqual([" schema: must have one of the 2 forms that the schema allows"]);
    expect(found(schema, { mail: "a", code: "1" })).toEqual([' schema: needs "phone" beside "code"']);
    const { versions } = typeOf(schema);
    expect(checkBySchema(versions["1.0"]!, new Map(), false)).toEqual([]);
  });

  test("may be placeholders, and null where the catalogue takes it", () => {
    const schema: JsonObject = {
      properties: {
        size: { type: "integer" },
        list: { type: "array", items: { type: "integer" }, uniqueItems: true },
        map: { type: "object", properties: { size: { type: "integer" } } },
        one: { oneOf: [{ properties: { a: { const: 1 } } }, { properties: { a: { const: 2 } } }] },
        key: { type: "string" },
      },
      required: ["key"],
      anyOf: [{ properties: { size: { maximum: 3 } }, required: ["size"] }],
    };
    expect(found(schema, { size: { $int: "&{esv.size}" }, key: "&{esv.key}", list: "&{esv.list}" })).toEqual([]);
    expect(found(schema, { size: 1, list: ["&{esv.a}", { $int: "&{esv.a}" }] })).toEqual([]);
    expect(found(schema, { size: 1, one: { a: "&{esv.a}" } })).toEqual([]);
    expect(found(schema, { size: 1, map: { size: "&{esv.a}", more: 1 } })).toEqual([]);
    expect(found(schema, { size: 1, list: [true, "&{esv.a}"] })).toEqual(["list/0 type"]);
    expect(found(schema, { size: 1, map: ["&{esv.a}"] })).toEqual(["map type"]);
    expect(found(schema, { size: 1, list: null })).toEqual([]);
    expect(found(schema, { size: 1, key: null })).toEqual(["key type"]);
  });

  test("follow the declaration where it speaks of a property itself", () => {
    const members = { properties: { p: { type: "integer", minimum: 5 } } };
    expect(found(property({ type: "string" }), { p: 7 }, members)).toEqual([]);
    expect(found(property({ type: "string" }), { p: 3 }, members)).toEqual(["p minimum"]);
  });

  test("survive hostile names", () => {
    const schema = JSON.parse(
      '{ "properties": { "__proto__": { "type": "string" }, "constructor": { "type": "string" } } }',
    ) as JsonObject;
    expect(found(schema, {})).toEqual([]);
    const values = new Map<string, Json>([
      ["__proto__", 1],
      ["constructor", 1],
    ]);
    expect(validateProperties(typeOf(schema), "1.0", values).map((problem) => problem.property)).toEqual([
      "constructor",
    ]);
  });
});
