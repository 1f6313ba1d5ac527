import { describe, expect, test } from "vitest";
import { plainStyle } from "../../src/diagnostics/render/style.js";
import { compare, isSame } from "../../src/diff/compare.js";
import { renderText } from "../../src/diff/render/text.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import { SourceFile } from "../../src/text/source-file.js";
import { sideOfText } from "../support/compare-texts.js";
import { base, cases, files } from "../support/edit-table.js";

/** The changes and consequences that are reported of the journey, without headings and indentation. */
function report(before: string, after: string, filesAfter: Readonly<Record<string, string>>) {
  const { difference } = compare(sideOfText(before, files), sideOfText(after, filesAfter), { layout: false });
  const told = renderText({ ...difference, scenarios: [], findings: [] }, plainStyle);
  const [, part = ""] = told.split(/^journey .*\n/m);
  const [consequences = "", changes = ""] = part.includes("  changes\n")
    ? part.replace("  consequences\n", "").split("  changes\n")
    : ["", part];
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  return { changes: lines(changes), consequences: lines(consequences), difference };
}

describe("an edit of a text", () => {
  test.each(cases.map((each) => [each.what, each] as const))(
    "%s",
    (_what, { edit, files: filesAfter = files, changes, consequences }) => {
      const found = report(base, edit(base), filesAfter);
      expect(found.changes).toEqual(changes);
      if (consequences !== undefined) expect(found.consequences).toEqual(consequences);
      else if (changes.length === 0) expect(isSame(found.difference)).toBe(true);
    },
  );

  test("a scenario", () => {
    const { difference } = compare(
      sideOfText(base, files),
      sideOfText(base.replace("expect at Ask", "expect at Find"), files),
      { layout: false },
    );
    expect(renderText(difference, plainStyle)).toContain("~ scenario in (Reset)\n");
  });

  test("positions and ids, when asked for", () => {
    const after = base.replace("Ask 10, 20", 'Ask 11, 21 "11111111-2222-4333-8444-555555555555"');
    const { difference } = compare(sideOfText(base, files), sideOfText(after, files), { layout: true });
    const text = renderText(difference, plainStyle);
    expect(text).toContain("~ Ask at 11, 21, was at 10, 20\n");
    expect(text).toContain("~ Ask has the id 11111111-2222-4333-8444-555555555555, had ");
  });

  test("the same journey as a text and as an export", () => {
    const text = sideOfText(base, files);
    const { model } = readExport(new SourceFile("a.json", writeExport(text.model.journeys[0]!).text), {});
    const side = { model, findings: [] };
    const { difference } = compare({ ...text, model: { ...text.model, scenarios: [] } }, side, { layout: false });
    const rules = difference.journeys.map((each) =>
      each.kind === "journey-changed" ? each.changes.map(({ kind }) => kind) : each.kind,
    );
    expect(rules).toEqual([["rule-removed"]]);
  });

  test("journeys that came and went", () => {
    const { difference } = compare(
      sideOfText("journey A {\n  start -> success\n}\n"),
      sideOfText("journey A {\n  start -> success\n}\n\njourney B {\n  start -> failure\n}\n"),
      { layout: false },
    );
    expect(difference.journeys).toEqual([{ kind: "journey-added", journey: "B", nodes: 0, shared: [] }]);
  });
});
