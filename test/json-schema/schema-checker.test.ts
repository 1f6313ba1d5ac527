import { describe, expect, test } from "vitest";
import { modernSchema } from "../../src/json-schema/modern-schema.js";
import { compileSchema } from "../../src/json-schema/schema-checker.js";
import type { Json, JsonObject } from "../../src/text/json.js";

function compile(schema: JsonObject) {
  const problems: string[] = [];
  const report = (pointer: string, problem: string) => problems.push(`${pointer} ${problem}`.trim());
  const checker = compileSchema(modernSchema(schema, report) as JsonObject, report);
  const check = (value: Json) =>
    checker?.check(value).map(({ error, problem }) => `${error.instancePath} ${problem}`.trim());
  return { problems, check };
}

const problemsOf = (schema: JsonObject) => compile(schema).problems;

describe("a foreign schema", () => {
  test("is checked against the schema of schemas, with places", () => {
    expect(problemsOf({ properties: { a: { minLength: -1, items: 3 } }, type: "object" })).toEqual([
      "/properties/a/minLength must be at least 0",
      "/properties/a/items must be an object or true or false or a list",
    ]);
  });

  test("is taken as the draft that it names", () => {
    const tuple = (draft: string) => compile({ $schema: draft, type: "array", prefixItems: [{ type: "string" }] });
    expect(tuple("https://json-schema.org/draft/2020-12/schema").check([1])).toEqual(["/0 must be a text"]);
    expect(tuple("http://json-schema.org/draft-07/schema#").check([1])).toEqual([]);
    expect(
      compile({ $schema: "http://json-schema.org/draft-04/schema#", items: [{ type: "string" }] }).check([1]),
    ).toEqual(["/0 must be a text"]);
  });

  test("loads nothing from elsewhere", () => {
    const { problems, check } = compile({
      properties: {
        a: { $ref: "https://example.com/a.json#/b" },
        b: { $ref: "other.json" },
        c: { $ref: "#/definitions/c" },
      },
    });
    expect(problems).toEqual([
      '/properties/a/$ref refers to "https://example.com/a.json#/b": only what stands in the schema itself can be used',
      '/properties/b/$ref refers to "other.json": only what stands in the schema itself can be used',
      '/properties/c/$ref refers to "#/definitions/c", which is not there',
    ]);
    expect(check({ a: 1, b: 1, c: 1 })).toEqual([]);
  });

  test("may call itself by its own address", () => {
    const { problems, check } = compile({
      $id: "https://example.com/acme.json",
      properties: { a: { $ref: "https://example.com/acme.json#/definitions/a%20b" } },
      definitions: { "a b": { type: "string" } },
    });
    expect(problems).toEqual([]);
    expect(check({ a: 1 })).toEqual(["/a must be a text"]);
  });

  test("has several patterns", () => {
    const { check } = compile({
      properties: { a: { pattern: "^a" }, b: { pattern: "^b" } },
      patternProperties: { "^c": false },
    });
    expect(check({ a: "a", b: "b", ac: 1 })).toEqual([]);
    expect(check({ a: "b", b: "a", c: 1 })).toEqual([
      "/a must match the pattern ^a",
      "/b must match the pattern ^b",
      "/c must not be there",
    ]);
  });

  test("takes patterns of JavaScript, with Unicode or in the old way", () => {
    expect(compile({ pattern: "^\\p{Lu}$" }).check("Ä")).toEqual([]);
    expect(compile({ pattern: "^[\\w-.]+$" }).check("a-b.c")).toEqual([]);
    expect(problemsOf({ properties: { a: { pattern: "(?i)a" } }, patternProperties: { "[": {} } })).toEqual([
      "/properties/a/pattern is no regular expression of JavaScript: Invalid group",
      "/patternProperties/[ is no regular expression of JavaScript: Unterminated character class",
    ]);
  });

  test("holds nobody up with its patterns", () => {
    const { check } = compile({ items: { type: "string", pattern: "^(a+)+$" } });
    const slow = `${"a".repeat(60)}!`;
    const start = performance.now();
    const told = "cannot be checked against the pattern ^(a+)+$, which takes too long";
    expect(check(["aaa", "b"])).toEqual(["/1 must match the pattern ^(a+)+$"]);
    expect(check([slow, slow, slow, "aaa"])).toEqual([`/0 ${told}`, `/1 ${told}`, `/2 ${told}`, `/3 ${told}`]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("ends well when it is hostile", () => {
    const deep = JSON.parse(`${'{"not":'.repeat(5000)}{}${"}".repeat(5000)}`) as JsonObject;
    expect(problemsOf(deep)).toEqual([`${"/not".repeat(101)} is nested too deeply`]);
    const round = compile({
      $ref: "#/definitions/a",
      definitions: { a: { $ref: "#/definitions/b" }, b: { $ref: "#/definitions/a" } },
    });
    expect([...round.problems, ...(round.check(1) ?? [])]).toHaveLength(1);
    // A schema that runs asynchronously would answer nothing.
    expect(compile({ $async: true, type: "string" }).check(1)).toEqual(["must be a text"]);
    expect(compile({ $id: "http://json-schema.org/draft-07/schema", type: "string" }).check(1)).toEqual([
      "must be a text",
    ]);
    expect(
      compile(JSON.parse('{ "properties": { "__proto__": { "type": "string" } } }') as JsonObject).check({}),
    ).toEqual([]);
    const code = '"];throw new Error("run")//';
    expect(compile({ properties: { [code]: { type: "string", const: code } }, required: [code] }).check({})).toEqual([
      `needs "${code}"`,
    ]);
  });

  test("may have words of the platform's own", () => {
    const { problems, check } = compile({
      properties: { a: { type: "string", format: "esv-name", exampleValue: "", propertyOrder: 1 } },
    });
    expect(problems).toEqual([]);
    expect(check({ a: "anything" })).toEqual([]);
  });
});
