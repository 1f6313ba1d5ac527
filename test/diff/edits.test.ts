import { describe, expect, test } from "vitest";
import { plainStyle } from "../../src/diagnostics/render/style.js";
import { compare, isSame } from "../../src/diff/compare.js";
import { summaryOf } from "../../src/diff/render/summary.js";
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

  test("the same journey as a text and as an export, which holds neither rules nor scenarios", () => {
    const text = sideOfText(base, files);
    expect([text.model.journeys[0]?.rules.length, text.model.scenarios.length].every(Boolean)).toBe(true);
    const { model } = readExport(new SourceFile("a.json", writeExport(text.model.journeys[0]!).text), {});
    const exported = { model, findings: text.findings };
    for (const [before, after] of [
      [text, exported],
      [exported, text],
    ] as const) {
      expect(isSame(compare(before, after, { layout: false }).difference)).toBe(true);
    }
    const apart = { ...exported, model: { ...model, journeys: [] } };
    expect(compare(text, apart, { layout: false }).difference.scenarios).toMatchObject([{ kind: "scenario-removed" }]);
  });

  test("the summary tells what came from what went", () => {
    const rule = "journey A {\n  start -> success\n\n  forbid failure after N\n}\n";
    const plain = rule.replace("\n  forbid failure after N\n", "").replace("start", "node N: DebugNode\n\n  start");
    const ruled = plain.replace(/}\n$/, "\n  forbid failure after N\n}\n");
    const summary = (before: string, after: string) =>
      summaryOf({ ...compare(sideOfText(before), sideOfText(after), { layout: false }).difference, findings: [] });
    expect([summary(ruled, plain), summary(plain, ruled)]).toEqual(["1 rule removed", "1 rule added"]);
    const scenario = `${plain}\nscenario "s" for A {\n  expect success\n}\n`;
    expect([summary(scenario, plain), summary(plain, scenario)]).toEqual(["1 scenario removed", "1 scenario added"]);
    expect(summary(scenario, scenario.replace("expect success", "expect failure"))).toBe("1 scenario changed");
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
