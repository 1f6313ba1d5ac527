import { expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.js";
import { createDiagnostic, type TextEdit } from "../../src/diagnostics/diagnostic.js";
import { SourceFile } from "../../src/text/source-file.js";

const source = new SourceFile("a.journey", "0123456789");
const finding = (...fixes: readonly (readonly TextEdit[])[]) =>
  createDiagnostic(
    "same-title",
    { source, range: { start: 0, end: 1 } },
    { title: "x", count: 2 },
    { fixes: fixes.map((edits) => ({ title: "change", edits })) },
  );
const edit = (start: number, end: number, text: string): TextEdit => ({ range: { start, end }, text });

test("changes are made from the front, whatever the order of the findings", () => {
  const fixed = applyFixes([finding([edit(7, 8, "x")]), finding([edit(1, 3, "")])]);
  expect(fixed.map(({ text, count }) => [text, count])).toEqual([["03456x89", 2]]);
});

test("of changes that touch, the first is made; a choice is left to the author", () => {
  const fixed = applyFixes([
    finding([edit(2, 4, "a")]),
    finding([edit(4, 5, "b")]),
    finding([edit(8, 9, "c")], [edit(8, 9, "d")]),
  ]);
  expect(fixed.map(({ text, count }) => [text, count])).toEqual([["01a456789", 1]]);
});
