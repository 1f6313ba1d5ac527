import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { bindText } from "../support/read-project.js";

/** The value of a parameter where it is used, and what is reported. */
function given(declaration: string, params: Readonly<Record<string, Json>> = {}, realm = "alpha") {
  const text = `${declaration}\n\njourney J {\n  used: "\${p}"\n\n  start -> success\n}\n`;
  const { model, diagnostics } = bindText(text, { params: new Map(Object.entries(params)), realm });
  return {
    value: model.journeys[0]?.settings.get("used")?.value,
    reported: diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ code, message }) => `${code}: ${message}`),
  };
}

const wrong = (kind: string) => `wrong-param: Parameter "p" must be ${kind}`;

describe("a value from the command line is read as the kind of the default", () => {
  test.each<[string, string, Json]>([
    ["3", "5", 5],
    ["3", "-1.5", -1.5],
    ['"a"', "b", "b"],
    ['"a"', "5", "5"],
    ['"a"', "true", "true"],
    ['"a"', "", ""],
    ["true", "false", false],
    ["[1]", '["a", 2]', ["a", 2]],
    ["[]", "[]", []],
    ["{ a: 1 }", '{"b": 2}', { b: 2 }],
    ["null", "5", "5"],
    ["null", "word", "word"],
  ])("%s and %j", (fallback, text, value) => {
    expect(given(`param p = ${fallback}`, { p: text })).toEqual({ value, reported: [] });
  });

  test.each<[string, string, Json, string]>([
    ["3", "many", 3, "a number"],
    ["3", "true", 3, "a number"],
    ["3", '"5"', 3, "a number"],
    ["3", "[5]", 3, "a number"],
    ["3", "null", 3, "a number"],
    ["true", "1", true, "true or false"],
    ["true", "yes", true, "true or false"],
    ["true", '"true"', true, "true or false"],
    ["[1]", "1", [1], "a list"],
    ["[1]", '{"a": 1}', [1], "a list"],
    ["{ a: 1 }", "[1]", { a: 1 }, "an object"],
    ["{ a: 1 }", "null", { a: 1 }, "an object"],
  ])("%s and %j do not fit: the default holds, and the kind is told", (fallback, text, value, kind) => {
    expect(given(`param p = ${fallback}`, { p: text })).toEqual({ value, reported: [wrong(kind)] });
  });
});

describe("a value from the configuration is taken as it is", () => {
  test.each<[string, Json]>([
    ["3", 5],
    ["true", false],
    ["[1]", ["a"]],
    ["{ a: 1 }", {}],
    ["null", 5],
    ["null", null],
  ])("%s and %j", (fallback, value) => {
    expect(given(`param p = ${fallback}`, { p: value })).toEqual({ value, reported: [] });
  });

  test.each<[string, Json, Json, string]>([
    ["3", true, 3, "a number"],
    ["3", [5], 3, "a number"],
    ['"a"', 5, "a", "a text"],
    ['"a"', null, "a", "a text"],
    ["[1]", { a: 1 }, [1], "a list"],
    ["{ a: 1 }", [1], { a: 1 }, "an object"],
  ])("%s and %j do not fit", (fallback, value, expected, kind) => {
    expect(given(`param p = ${fallback}`, { p: value })).toEqual({ value: expected, reported: [wrong(kind)] });
  });
});

describe("a parameter without a default", () => {
  test("takes whatever is given", () => {
    expect(given("param p", { p: 5 })).toEqual({ value: 5, reported: [] });
    expect(given("param p", { p: "5" })).toEqual({ value: "5", reported: [] });
  });

  test("needs a value", () => {
    expect(given("param p").reported).toEqual([expect.stringMatching(/^missing-param: .*"p"/)]);
  });

  test("whose default cannot be read is reported for that alone", () => {
    expect(given("param p = {").reported.filter((text) => text.startsWith("missing-param"))).toEqual([]);
  });
});

test("a default may use the realm and the parameters above it", () => {
  expect(given(`param a = "x"\nparam p = "\${realm} \${a}"`, {}, "bravo").value).toBe("bravo x");
  expect(given(`param a = "x"\nparam p = "\${realm} \${a}"`, { a: "y" }).value).toBe("alpha y");
});

test("the realm cannot be declared, and no name twice", () => {
  expect(given('param realm = "x"\nparam p = "1"').reported).toEqual([
    expect.stringMatching(/^reserved-name: .*realm/),
  ]);
  expect(given(`param realm = "x"\nparam p = "\${realm}"`).value).toBe("alpha");
  expect(given("param p = 1\nparam p = 2")).toEqual({
    value: 1,
    reported: [expect.stringMatching(/^duplicate-name: .*"p"/)],
  });
});
