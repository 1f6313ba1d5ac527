import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { misfitsOf } from "../../src/json-schema/misfits.js";

/** The misfits of a value, each as `pointer keyword`, with the keywords of the alternatives. */
function told(schema: object, value: unknown): readonly string[] {
  const validate = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
  validate(value);
  return misfitsOf(validate.errors ?? []).map(({ error, alternatives }) =>
    [error.instancePath, error.keyword, ...alternatives.map(({ keyword }) => `(${keyword})`)].join(" ").trim(),
  );
}

const textOrObject = {
  anyOf: [
    { type: "string", enum: ["a", "b"] },
    { type: "object", properties: { size: { type: "number" } }, required: ["size"], additionalProperties: false },
  ],
};

describe("misfitsOf", () => {
  it("tells one thing of a place", () => {
    expect(told({ type: "string", enum: ["a"] }, 1)).toEqual(["type"]);
    expect(told({ type: "object", properties: { a: { minLength: 3, pattern: "^b" } } }, { a: "x" })).toHaveLength(1);
  });

  it("tells every member that is missing or too many", () => {
    const schema = { type: "object", properties: { a: {}, b: {} }, required: ["a", "b"], additionalProperties: false };
    expect(told(schema, { c: 1, d: 2 })).toEqual([
      "required",
      "required",
      "additionalProperties",
      "additionalProperties",
    ]);
  });

  it("tells what is wrong inside of a value whose kind leaves one choice", () => {
    expect(told(textOrObject, { size: "x" })).toEqual(["/size type"]);
    expect(told(textOrObject, { sizes: 1 })).toEqual(["required", "additionalProperties"]);
    expect(told({ type: "array", items: textOrObject }, ["a", { size: "x" }, "c"])).toEqual([
      "/1/size type",
      "/2 anyOf (enum) (type)",
    ]);
  });

  it("tells a choice where the value is of no kind, or of several", () => {
    expect(told(textOrObject, 1)).toEqual(["anyOf (type) (enum) (type)"]);
    expect(told(textOrObject, "c")).toEqual(["anyOf (enum) (type)"]);
    const twoObjects = {
      oneOf: [
        { type: "object", required: ["a"] },
        { type: "object", required: ["b"] },
      ],
    };
    expect(told(twoObjects, {})).toEqual(["oneOf (required) (required)"]);
    expect(told(twoObjects, { a: 1, b: 1 })).toEqual(["oneOf"]);
  });

  it("keeps what was told of other places before", () => {
    const schema = { type: "object", properties: { first: { type: "number" }, second: textOrObject } };
    expect(told(schema, { first: "x", second: 1 })).toEqual(["/first type", "/second anyOf (type) (enum) (type)"]);
    const nested = { anyOf: [{ type: "array", items: textOrObject }, { type: "number" }] };
    expect(told(nested, ["a", 1, { size: "x" }])).toEqual(["/1 anyOf (type) (enum) (type)", "/2/size type"]);
  });

  it("does not tell the entries of which none is what a list must contain, nor the rule behind a name", () => {
    expect(told({ type: "array", contains: { type: "string" } }, [1, 2])).toEqual(["contains"]);
    expect(told({ type: "object", propertyNames: { maxLength: 1 } }, { aa: 1 })).toEqual(["propertyNames"]);
  });

  it("tells what a condition asks for, not the condition", () => {
    const schema = { type: "object", if: { required: ["a"] }, else: { required: ["b"] } };
    expect(told(schema, {})).toEqual(["required"]);
  });
});
