import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { misfitsOf } from "../../src/json-schema/misfits.js";
import { tellMisfit } from "../../src/json-schema/tell-misfit.js";
import type { Json, JsonObject } from "../../src/text/json.js";

test.each<[JsonObject, Json, string]>([
  [{ type: "integer" }, 1.5, "must be a whole number"],
  [{ type: ["string", "null"] }, 1, "must be a text or null"],
  [{ enum: ["A", 1] }, "B", 'must be one of "A", 1'],
  [{ enum: ["A"] }, "B", 'must be "A"'],
  [{ const: { a: 1 } }, "B", 'must be {"a":1}'],
  [{ minimum: 3 }, 2, "must be at least 3"],
  [{ maximum: 3 }, 4, "must be at most 3"],
  [{ exclusiveMinimum: 3 }, 3, "must be more than 3"],
  [{ exclusiveMaximum: 3 }, 3, "must be less than 3"],
  [{ multipleOf: 3 }, 4, "must be a multiple of 3"],
  [{ minLength: 1 }, "", "must have at least 1 character"],
  [{ maxLength: 2 }, "abc", "must have at most 2 characters"],
  [{ pattern: "^a$" }, "b", "must match the pattern ^a$"],
  [{ format: "date" }, "b", "must be a date (2026-01-31)"],
  [{ format: "json-pointer" }, "b", 'must be of the format "json-pointer"'],
  [{ minItems: 2 }, [1], "must have at least 2 entries"],
  [{ maxItems: 1 }, [1, 2], "must have at most 1 entry"],
  [{ prefixItems: [{}], items: false }, [1, 2], "must have at most 1 entry"],
  [{ prefixItems: [{}], unevaluatedItems: false }, [1, 2], "must have at most 1 entry"],
  [{ uniqueItems: true }, [1, 1], "must not have the same entry twice"],
  [{ contains: { const: 1 } }, [2], "lacks an entry that the schema asks for"],
  [{ minProperties: 1 }, {}, "must have at least 1 member"],
  [{ maxProperties: 1 }, { a: 1, b: 1 }, "must have at most 1 member"],
  [{ required: ["a"] }, {}, 'needs "a"'],
  [{ dependentRequired: { a: ["b"] } }, { a: 1 }, 'needs "b" beside "a"'],
  [{ additionalProperties: false }, { a: 1 }, 'must not have "a"'],
  [{ unevaluatedProperties: false }, { a: 1 }, 'must not have "a"'],
  [{ propertyNames: { maxLength: 1 } }, { aa: 1 }, 'must not have "aa"'],
  [{ not: { type: "string" } }, "a", "must not be what the schema excludes"],
  [false as unknown as JsonObject, 1, "must not be there"],
  [{ anyOf: [{ type: "string" }, { enum: [1, 2] }] }, 3, "must be a text or one of 1, 2"],
  [{ anyOf: [{ required: ["a"] }, { required: ["b"] }] }, {}, "must have one of the 2 forms that the schema allows"],
  [{ anyOf: [{ minProperties: 1 }] }, {}, "must have the form that the schema asks for"],
  [{ oneOf: [{}, {}] }, 3, "must have one of the forms that the schema allows, and has several"],
])("%j refuses %j: %s", (schema, value, expected) => {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  validate(value);
  expect(misfitsOf(validate.errors ?? []).map(tellMisfit)).toEqual([expected]);
});
