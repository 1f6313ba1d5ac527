import { describe, expect, test } from "vitest";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const used = (value: string, ...declarations: readonly string[]) =>
  `${declarations.map((each) => `${each}\n`).join("")}journey J {\n  used: ${value}\n\n  start -> failure\n}\n`;
const boundValue = (...of: Parameters<typeof used>) =>
  bindText(used(...of)).model.journeys[0]?.settings.get("used")?.value;
const errors = (...of: Parameters<typeof used>) =>
  bindReports(used(...of)).filter(({ severity }) => severity === "error");

describe("a value is its JSON", () => {
  test.each([
    ["5", 5],
    ["-1.5", -1.5],
    ["true", true],
    ["null", null],
    ['"a\\n\\u00e4"', "a\nä"],
    ["[]", []],
    ['[1, "a", [true], { b: null }]', [1, "a", [true], { b: null }]],
    ['{ a: { "b c": [1] } }', { a: { "b c": [1] } }],
    ['""', ""],
  ])("%s", (written, value) => {
    expect(boundValue(written)).toEqual(value);
    expect(errors(written)).toEqual([]);
  });

  test("a key that stands twice is reported, and its first value holds", () => {
    expect(errors("{ a: 1, b: { a: 2 }, a: 3 }")).toMatchObject([{ code: "duplicate-property", at: "a" }]);
    expect(boundValue("{ a: 1, b: { a: 2 }, a: 3 }")).toEqual({ a: 1, b: { a: 2 } });
  });
});

const parameter = (name: string) => `\${${name}}`;

describe("a parameter", () => {
  test.each([
    ["p = 3", 3, "3"],
    ["p = true", true, "true"],
    ['p = "x"', "x", "x"],
    ["p = null", null, "null"],
  ])("%s alone is the value, in a text its text", (declaration, alone, inText) => {
    expect(boundValue(`"${parameter("p")}"`, `param ${declaration}`)).toEqual(alone);
    expect(boundValue(`"a ${parameter("p")}, ${parameter("p")}"`, `param ${declaration}`)).toBe(
      `a ${inText}, ${inText}`,
    );
  });

  test.each(["[1]", "{ a: 1 }"])("that is %s is no part of a text", (value) => {
    expect(boundValue(`"${parameter("p")}"`, `param p = ${value}`)).toBeTypeOf("object");
    expect(errors(`"a ${parameter("p")}"`, `param p = ${value}`)).toMatchObject([
      { code: "wrong-param", message: 'Parameter "p" must be a text, a number or true or false here' },
    ]);
    expect(boundValue(`"a ${parameter("p")}"`, `param p = ${value}`)).toBe(`a ${parameter("p")}`);
  });

  test("that nobody has declared is reported with the nearest one, and stays as it is written", () => {
    const text = [`"a ${parameter("brnd")}"`, 'param brand = "x"'] as const;
    expect(errors(...text)).toMatchObject([{ code: "unknown-param", help: "Did you mean `brand`?" }]);
    expect(errors(`"${parameter("xyz")}"`)).toMatchObject([
      { code: "unknown-param", help: expect.stringContaining("Declare it with `param`") },
    ]);
    expect(errors(`"${parameter("xyz")}"`, 'param brand = "x"')).toMatchObject([
      { code: "unknown-param", help: "Nothing uses `brand`: did you mean that?" },
    ]);
    expect(boundValue(...text)).toBe(`a ${parameter("brnd")}`);
    expect(boundValue(`"${parameter("brnd")}"`)).toBe(parameter("brnd"));
  });

  test("that is no text stands in a title by its text", () => {
    const { model } = bindText(`param n = 3\njourney J "${parameter("n")}" {\n  start -> failure\n}\n`);
    expect(model.journeys[0]?.id).toBe("3");
  });
});

describe("a bare word", () => {
  const decision = (script: string, type = "ScriptedDecision") => `journey J {
  start -> N

  node N: ${type} {
    script: ${script}
    -> success
  }

  script Check "My Check" {
    id: "the-id"
    file: "lib/check.js"
  }
}
`;
  const options = { readText: () => ({ text: "" }) };
  const found = (...of: Parameters<typeof decision>) =>
    bindReports(decision(...of), options).filter(({ code }) => code !== "ambiguous-outcome");

  test("is the name of a script, where a script stands", () => {
    const { model } = bindText(decision("Check"), options);
    expect(model.journeys[0]?.nodes[0]?.properties.get("script")?.value).toBe("the-id");
    expect(found("Check")).toEqual([]);
    const misspelt = { code: "unknown-script", at: "Chek", help: "Did you mean `Check`?", fixes: [] };
    expect(found("Chek")).toMatchObject([misspelt]);
  });

  test("is a script too in a type that nobody knows, but not `True`", () => {
    const { model } = bindText(decision("Check", '"x-type"'), options);
    expect(model.journeys[0]?.nodes[0]?.properties.get("script")?.value).toBe("the-id");
    expect(found("True", '"x-type"').map(({ code }) => code)).toEqual(["misplaced-word", "unknown-node-type"]);
  });

  test.each(['"Check"', '"My Check"', '"lib/check.js"', '"./lib/check.js"'])(
    "%s in quotes is none: the name, the title or the file of one",
    (written) => {
      const expected = { code: "quoted-script", at: written, fixes: ["Check"] };
      expect(found(written)).toMatchObject([expected]);
    },
  );

  test.each(['"the-id"', '"other"', '"check.js"'])("%s in quotes is an id", (written) => {
    expect(found(written)).toEqual([]);
  });

  test.each([
    ["p", 'param p = "x"', `Write \`"${parameter("p")}"\` for the value of the parameter.`],
    ["True", "", "Did you mean `true`?"],
    ["NULL", "", "Did you mean `null`?"],
    ["word", "", "Put the text in quotes."],
  ])("%s elsewhere is reported with what it may mean", (word, declaration, help) => {
    expect(errors(word, declaration)).toMatchObject([{ code: "misplaced-word", at: word, help }]);
    expect(boundValue(word, declaration)).toBe(word);
  });

  const setting = (written: string) => bindReports(`journey J {\n  ${written}\n\n  start -> failure\n}\n`);
  test.each([
    ["enabled: True", "Did you mean `true`?", ["true"]],
    ["enabled: off", "Write `false`.", ["false"]],
    ["enabled: On", "Write `true`.", ["true"]],
    ["enabled: nothing", "Use one of `true`, `false`.", []],
    ["description: word", "Put the text in quotes.", ['"word"']],
    ["description: off", "Put the text in quotes.", ['"off"']],
    ["treeTimeout: word", "Write a number, such as `1`.", []],
    ["treeTimeout: True", "Did you mean `true`?", []],
    ["other: word", "Put the text in quotes.", []],
  ])("%s gets a fix only where one meaning is left, and fits", (written, help, fixes) => {
    expect(setting(written).find(({ code }) => code === "misplaced-word")).toMatchObject({ help, fixes });
  });
});
