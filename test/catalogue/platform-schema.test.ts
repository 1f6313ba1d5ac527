import { describe, expect, test } from "vitest";
import { readPlatformSchema } from "../../src/catalogue/platform-schema.js";
import type { Json } from "../../src/text/json.js";

function read(schema: Json) {
  const problems: string[] = [];
  const { properties, schema: checker } = readPlatformSchema(schema, (pointer, problem) =>
    problems.push(`${pointer} ${problem}`),
  );
  const withoutMark = properties?.map(({ bySchema, ...property }) => property);
  return { properties: withoutMark, marks: new Set(properties?.map(({ bySchema }) => bySchema)), checker, problems };
}

describe("the platform's schema of a type", () => {
  test("becomes properties in the platform's order", () => {
    const { properties, problems, marks } = read({
      type: "object",
      properties: {
        _id: { type: "string" },
        retries: { title: "Retries", type: "integer", propertyOrder: 300, exampleValue: "", minimum: 0 },
        mode: { title: "Mode", type: "string", enum: ["FAST", "SAFE"], propertyOrder: 100, exampleValue: "" },
        texts: { type: "object", patternProperties: { ".*": { type: "string" } }, propertyOrder: 200 },
        names: { type: "array", items: { type: "string" }, propertyOrder: 400 },
        password: { type: "string", format: "password", propertyOrder: 500 },
        strange: { type: "color", propertyOrder: 600 },
        maybe: { type: ["null", "string"], default: null, minLength: 1, propertyOrder: 700 },
      },
      required: ["mode", "retries"],
    });
    expect(problems).toEqual([]);
    expect(marks).toEqual(new Set([true]));
    expect(properties).toEqual([
      { name: "mode", order: 100, type: "string", required: true, enum: ["FAST", "SAFE"] },
      { name: "texts", order: 200, type: "object", map: "string" },
      { name: "retries", order: 300, type: "integer", required: true, minimum: 0 },
      { name: "names", order: 400, type: "array", items: "string" },
      { name: "password", order: 500, type: "string", secret: true },
      { name: "strange", order: 600, type: "object", observedOnly: true },
      { name: "maybe", order: 700, type: "string", default: null, nonEmpty: true },
    ]);
  });

  test("is read in the words of old drafts as well", () => {
    const { properties, problems } = read({
      $schema: "http://json-schema.org/draft-04/schema#",
      id: "acme",
      properties: {
        size: { type: "integer", required: true, minimum: 0, exclusiveMinimum: true },
        list: { type: "string", enum: [] },
      },
    });
    expect(problems).toEqual([]);
    expect(properties).toEqual([
      { name: "size", type: "integer", required: true, exclusiveMinimum: 0 },
      { name: "list", type: "string" },
    ]);
  });

  test("has the properties of what it refers to and is made of", () => {
    const { properties, problems } = read({
      properties: { size: { $ref: "#/definitions/size", propertyOrder: 1 } },
      allOf: [{ $ref: "#/definitions/common" }, { properties: { here: { type: "string" } }, required: ["here"] }],
      oneOf: [{ properties: { perhaps: { type: "string" } }, required: ["perhaps"] }, {}],
      definitions: {
        size: { type: "integer", default: 3 },
        common: { properties: { name: { type: "string" } }, required: ["name"] },
      },
    });
    expect(problems).toEqual([]);
    expect(properties).toEqual([
      { name: "name", type: "string", required: true },
      { name: "here", type: "string", required: true },
      { name: "perhaps", type: "string" },
      { name: "size", order: 1, type: "integer", default: 3 },
    ]);
  });

  test("survives references that go round", () => {
    const { properties } = read({
      properties: { a: { $ref: "#/definitions/a" } },
      allOf: [{ $ref: "#" }],
      definitions: { a: { $ref: "#/definitions/b" }, b: { $ref: "#/definitions/a" } },
    });
    expect(properties).toEqual([{ name: "a", type: "object", observedOnly: true }]);
  });

  test("is reported where it is none, and its properties are kept where they can be read", () => {
    expect(read("types/x.json").problems).toEqual([" must be an object"]);
    expect(read({ properties: [] }).problems).toEqual(["/properties must be an object"]);
    const broken = read({ properties: { size: { type: "integer", minimum: "one" } } });
    expect(broken).toMatchObject({ properties: [{ name: "size", type: "integer" }], marks: new Set([undefined]) });
    expect(broken.checker).toBeUndefined();
    expect(broken.problems).toEqual(["/properties/size/minimum must be a number"]);
  });
});
