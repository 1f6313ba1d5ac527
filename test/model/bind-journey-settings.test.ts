import { describe, expect, test } from "vitest";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const withSettings = (settings: string) => `journey J {\n  ${settings}\n\n  start -> failure\n}\n`;
const reports = (settings: string) => bindReports(withSettings(settings));

/** What the tree of an export has, by name. */
const kinds = [
  ["description", "must be a text"],
  ["identityResource", "must be a text"],
  ["enabled", "must be true or false"],
  ["innerTreeOnly", "must be true or false"],
  ["mustRun", "must be true or false"],
  ["noSession", "must be true or false"],
  ["transactionalOnly", "must be true or false"],
  ["maximumIdleTime", "must be a number"],
  ["maximumSessionTime", "must be a number"],
  ["treeTimeout", "must be a number"],
  ["uiConfig", "must be an object"],
  ["_type", "must be an object"],
] as const;

/** Values, and the kinds that they are of. */
const values: readonly (readonly [string, readonly string[]])[] = [
  ['"text"', ["must be a text"]],
  ["true", ["must be true or false"]],
  ["0", ["must be a number"]],
  ["{ a: 1 }", ["must be an object"]],
  ["[]", []],
  ["null", ["must be a text", "must be a number"]],
];

describe.each(kinds)("%s %s", (name, problem) => {
  test.each(values)("%s", (value, fits) => {
    const expected = { code: "wrong-value", severity: "warning", at: value, message: `"${name}" ${problem}` };
    expect(reports(`${name}: ${value}`)).toMatchObject(fits.includes(problem) ? [] : [expected]);
  });

  test.each(['"&{esv.value}"', '{ "$int": "&{esv.value}" }'])("a placeholder of the platform fits: %s", (value) => {
    expect(reports(`${name}: ${value}`)).toEqual([]);
  });
});

describe("categories", () => {
  test.each(["[]", '["a", "b"]'])("may be %s", (value) => expect(reports(`categories: ${value}`)).toEqual([]));

  test.each(['"a"', '["a", 1]', "{}"])("may not be %s", (value) => {
    expect(reports(`categories: ${value}`)).toMatchObject([
      { code: "wrong-value", severity: "warning", at: value, message: '"categories" must be a list of texts' },
    ]);
  });

  test("are no setting of the tree", () => {
    const [journey] = bindText(withSettings('categories: ["a"]')).model.journeys;
    expect(journey?.categories?.value).toEqual(["a"]);
    expect(journey?.settings.has("categories")).toBe(false);
  });

  test("are there without being given only where defaults are", () => {
    expect(bindText(withSettings("")).model.journeys[0]?.categories).toMatchObject({ value: [], explicit: false });
    const [journey] = bindText(withSettings("export { defaults: false }")).model.journeys;
    expect([journey?.categories, [...(journey?.settings.keys() ?? [])]]).toEqual([undefined, []]);
  });
});

test.each(["_id", "_rev", "entryNodeId", "nodes", "staticNodes"])("%s cannot be set, and is not", (name) => {
  expect(reports(`${name}: "x"`)).toMatchObject([{ code: "reserved-setting", at: name }]);
  expect(bindText(withSettings(`${name}: "x"`)).model.journeys[0]?.settings.has(name)).toBe(false);
});

test("an unknown setting is kept, and reported with the nearest one", () => {
  expect(reports("enabld: 1")).toMatchObject([
    {
      code: "unknown-property",
      severity: "warning",
      message: 'A journey has no property "enabld"',
      fixes: ["enabled"],
    },
  ]);
  expect(reports('categorie: ["a"]')).toMatchObject([{ code: "unknown-property", fixes: ["categories"] }]);
  expect(bindText(withSettings("other: 1")).model.journeys[0]?.settings.get("other")?.value).toBe(1);
});

test("a value that is reported already is not judged", () => {
  expect(reports("enabled: maybe")).toMatchObject([{ code: "misplaced-word", help: "Use one of `true`, `false`." }]);
  expect(reports("categories: one").map(({ code }) => code)).toEqual(["misplaced-word"]);
});
