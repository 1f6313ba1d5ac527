import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";
import { type SarifOptions, sarifLog } from "../../../src/diagnostics/render/sarif.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { checkTexts } from "../../support/check-text.js";
import { projectRoot } from "../../support/read-project.js";
import { sarifFaults } from "../../support/sarif-rules.js";

const schema = JSON.parse(readFileSync(join(projectRoot, "test/data/sarif-2.1.0-part.schema.json"), "utf8"));
const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const options: SarifOptions = {
  version: "1.2.3",
  relativePath: (path) => path,
  ruleOf: () => ({ what: undefined, markdown: undefined, isCertain: true }),
};
const marks = (text: string) =>
  sarifLog(checkTexts(text), options).runs[0]?.results.map(
    (result) => (result as { partialFingerprints: Record<string, string> }).partialFingerprints["journeycFinding/v1"],
  );

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
  const log = sarifLog(found, options);
  expect(found.some(({ fixes }) => fixes.length > 0)).toBe(true);
  expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
  expect(log.runs[0]?.results).toHaveLength(found.length);
  expect(sarifFaults(log)).toEqual([]);
});

test("the schema refuses what the standard does not know", () => {
  expect(isValid({ version: "2.1.0", runs: [{ tool: { driver: { name: "x", colour: "red" } } }] })).toBe(false);
  expect(isValid(sarifLog([], options))).toBe(true);
});

test("places, levels and rules", () => {
  const source = new SourceFile("a b/ü,#?.journey", "one\ntwo three\n");
  const place = { source, range: { start: 4, end: 7 } };
  const diagnostic = createDiagnostic("same-title", place, { title: "x", count: 2 });
  const run = sarifLog([diagnostic, diagnostic], options).runs[0];
  expect(run?.tool.driver.rules).toMatchObject([
    {
      id: "JRN312",
      name: "SameTitle",
      help: { text: expect.stringMatching(/\n\nFor an example: journeyc explain same-title$/) },
      defaultConfiguration: { level: "note" },
      properties: { code: "same-title", precision: "very-high", "problem.severity": "recommendation" },
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

test("fingerprints stay when lines move, and tell equal findings apart", () => {
  const before = marks(text);
  expect(marks(`// One\n\n${text.replace("  // journey", "\n  // journey")}`)).toEqual(before);
  expect(new Set(before).size).toBe(before?.length);
  const place = { source: new SourceFile("a.journey", "x\nx\n"), range: { start: 0, end: 1 } };
  const twice = ["a.journey", "a.journey", "b.journey"].map((path) =>
    createDiagnostic("same-title", { ...place, source: new SourceFile(path, "x\nx\n") }, { title: "x", count: 2 }),
  );
  const results = sarifLog(twice, options).runs[0]?.results as unknown as { partialFingerprints: object }[];
  const [first, second, other] = results.map(
    ({ partialFingerprints }) => Object.values(partialFingerprints)[0] as string,
  );
  expect([first?.replace(/:1$/, ":2"), other]).toEqual([second, first]);
});
