import { expect, test } from "vitest";
import type { FileText } from "../../src/model/bind-options.js";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const extern = (members: string, name = 'Mine "MineNode"') => `extern node ${name} {\n${members}\n}\n`;
const journey = "journey J {\n  start -> N\n\n  node N: Mine {\n    done -> success\n  }\n}\n";

test("a type is found by its name and by its id, in its own file only", () => {
  const text = extern('outcomes: ["done"]');
  expect(bindReports(text + journey)).toEqual([]);
  expect(bindReports(text + journey.replace("Mine", "MineNode"))).toEqual([]);
  expect(bindReports(journey)).toMatchObject([{ code: "unknown-node-type" }]);
  expect(bindText(text + journey).model.journeys[0]?.nodes[0]?.typeId).toBe("MineNode");
});

test("without an id its name is its id", () => {
  expect(bindText(extern('outcomes: ["done"]', "Mine") + journey).model.journeys[0]?.nodes[0]?.typeId).toBe("Mine");
});

test.each([
  ['Mine "Other"', "Mine"],
  ['Other "MineNode"', "MineNode"],
  ['Other "Mine"', "Mine"],
])("a second type %s is reported: the name or id is taken", (name, taken) => {
  expect(bindReports(extern("") + extern("", name))).toMatchObject([
    { code: "duplicate-name", at: name.split(" ")[0], message: `Node type "${taken}" is declared twice` },
  ]);
});

test("a member that a type does not have is reported at its name, with the nearest one", () => {
  expect(bindReports(extern('outcome: ["done"]'))).toMatchObject([
    { code: "invalid-node-type", at: "outcome", fixes: ["outcomes"] },
  ]);
});

test("a wrong value is reported at its own place, without a suggestion", () => {
  expect(bindReports(extern("deprecated: 1"))).toMatchObject([{ code: "invalid-node-type", at: "1", fixes: [] }]);
  expect(bindReports(extern('outcomes: ["done", 2]'))).toMatchObject([{ code: "invalid-node-type", at: "2" }]);
  expect(bindReports(extern('properties: { a: { type: "string", order: "x" } }'))).toMatchObject([
    { code: "invalid-node-type", at: '"x"' },
  ]);
});

const readText = (path: string): FileText =>
  path === "s.json" ? { text: '{\n  "properties": { "a": { "type": 5 } }\n}' } : { problem: "there is no such file" };

test("a problem of a schema is reported in the schema", () => {
  expect(bindReports(extern('schema: "s.json"'), { readText })).toMatchObject([
    { code: "invalid-node-type", at: "5", message: expect.stringContaining('"Mine"') },
  ]);
});

test("a schema that cannot be read, or is no path, is reported once", () => {
  expect(bindReports(extern('schema: "gone.json"'), { readText })).toMatchObject([
    { code: "unreadable-file", at: '"gone.json"' },
  ]);
  expect(bindReports(extern("schema: {}"), { readText })).toMatchObject([
    { code: "wrong-value", at: "{}", message: '"schema" must be the path of a file' },
  ]);
});
