import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";
import { sarifLog } from "../../../src/diagnostics/render/sarif.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { checkTexts } from "../../support/check-text.js";
import { projectRoot } from "../../support/read-project.js";

const schema = JSON.parse(readFileSync(join(projectRoot, "test/data/sarif-2.1.0-part.schema.json"), "utf8"));
const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const text = `journey Login {
  start -> Ask

  node Ask: UsernameCollector {
    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
  }

  // journey-ignore-next-line no-way-out: none
  node Lost: UsernameCollector {
    -> succes
  }
}
`;

test("a log of findings with related places and fixes fits the standard's schema", () => {
  const found = checkTexts(text, text.replace("succes\n", "success\n"));
  const log = sarifLog(found, "1.2.3");
  expect(found.some(({ fixes }) => fixes.length > 0)).toBe(true);
  expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
  expect(log.runs[0]?.results).toHaveLength(found.length);
});

test("the schema refuses what the standard does not know", () => {
  expect(isValid({ version: "2.1.0", runs: [{ tool: { driver: { name: "x", colour: "red" } } }] })).toBe(false);
  expect(isValid(sarifLog([], "1.2.3"))).toBe(true);
});

test("places, levels and rules", () => {
  const source = new SourceFile("a b/ü,#?.journey", "one\ntwo three\n");
  const place = { source, range: { start: 4, end: 7 } };
  const diagnostic = createDiagnostic("same-title", place, { title: "x", count: 2 });
  const run = sarifLog([diagnostic, diagnostic], "1.2.3").runs[0];
  expect(run?.tool.driver.rules).toMatchObject([
    {
      id: "JRN312",
      name: "same-title",
      help: { text: expect.stringMatching(/\n\nFor an example: journeyc explain same-title$/) },
      defaultConfiguration: { level: "note" },
    },
  ]);
  expect(run?.results[1]).toMatchObject({
    ruleId: "JRN312",
    ruleIndex: 0,
    level: "note",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "a%20b/%C3%BC%2C%23%3F.journey" },
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
        },
      },
    ],
  });
});
