import { describe, expect, test } from "vitest";
import { defaultExportOptions } from "../../src/model/bind-options.js";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const withOptions = (...blocks: readonly string[]) =>
  `journey J {\n  start -> failure\n${blocks.map((block) => `  export { ${block} }\n`).join("")}}\n`;
const optionsOf = (...blocks: readonly string[]) => bindText(withOptions(...blocks)).model.journeys[0]?.exportOptions;

/** The options that are on or off, and the other values that they may have, by docs/language.md. */
const flags: readonly (readonly [string, readonly string[]])[] = [
  ["nodeVersions", []],
  ["nodeVersionNumbers", []],
  ["outcomes", []],
  ["types", ["ids", "plain"]],
  ["coordinates", []],
  ["staticNodes", ["empty", "given"]],
  ["treeId", []],
  ["uiConfig", []],
  ["variables", []],
  ["bodies", ["empty"]],
  ["defaults", []],
];

describe.each(flags)("%s", (name, others) => {
  test.each([true, false, ...others])("may be %j", (value) => {
    expect(bindReports(withOptions(`${name}: ${JSON.stringify(value)}`))).toEqual([]);
    expect(optionsOf(`${name}: ${JSON.stringify(value)}`)).toEqual({ ...defaultExportOptions, [name]: value });
  });

  test.each(["1", '"other"', "null"])("may not be %s", (value) => {
    const quoted = others.map((other) => `"${other}"`).join(" or ");
    const problem = others.length === 0 ? "must be true or false" : `must be true, false or ${quoted}`;
    expect(bindReports(withOptions(`${name}: ${value}`))).toMatchObject([
      { code: "wrong-value", severity: "error", at: value, message: `"${name}" ${problem}` },
    ]);
    expect(optionsOf(`${name}: ${value}`)).toEqual(defaultExportOptions);
  });
});

describe("options of their own kinds", () => {
  test.each(["json", "base64", "lines"])('scriptEncoding may be "%s"', (value) => {
    expect(optionsOf(`scriptEncoding: "${value}"`)?.scriptEncoding).toBe(value);
  });

  test("scriptEncoding may be nothing else", () => {
    expect(bindReports(withOptions("scriptEncoding: true"))).toMatchObject([
      { code: "wrong-value", message: '"scriptEncoding" must be "json", "base64" or "lines"' },
    ]);
  });

  test.each([[[]], [["types"]], [["references", "types", "children"]]])("nodeVersionPlaces may be %j", (value) => {
    expect(optionsOf(`nodeVersionPlaces: ${JSON.stringify(value)}`)?.nodeVersionPlaces).toEqual(value);
  });

  test.each(['"types"', '["types", "nodes"]', "true"])("nodeVersionPlaces may not be %s", (value) => {
    expect(bindReports(withOptions(`nodeVersionPlaces: ${value}`))).toMatchObject([
      { code: "wrong-value", message: '"nodeVersionPlaces" must be a list of "references", "types" and "children"' },
    ]);
  });
});

test("blocks are joined, and hold before the configuration", () => {
  const exportOptions = { ...defaultExportOptions, treeId: false, outcomes: false };
  const { model } = bindText(withOptions("outcomes: true", "variables: true"), { exportOptions });
  expect(model.journeys[0]?.exportOptions).toEqual({ ...exportOptions, outcomes: true, variables: true });
  expect(bindText(withOptions(), { exportOptions }).model.journeys[0]?.exportOptions).toEqual(exportOptions);
});

test("an option that does not exist is reported, with the nearest one", () => {
  expect(bindReports(withOptions("outcome: true"))).toMatchObject([
    { code: "unknown-option", at: "outcome", message: '"outcome" is not known in `export`', fixes: ["outcomes"] },
  ]);
});

test("a value that is reported already is not judged", () => {
  expect(bindReports(withOptions("outcomes: yes")).map(({ code }) => code)).toEqual(["misplaced-word"]);
});
