import { describe, expect, test } from "vitest";
import { editExportOptions, editRaw } from "../../../src/import/into/edit-escapes.js";
import { TextEdits } from "../../../src/import/into/text-edits.js";
import { defaultExportOptions } from "../../../src/model/bind-options.js";
import type { ExportOptions } from "../../../src/model/model.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { journey } from "../../support/journey-fixture.js";

const text = (...members: readonly string[]) => `journey J {\n${members.map((each) => `  ${each}\n`).join("")}}\n`;

function declarationOf(source: string) {
  const [item] = parse(new SourceFile("x.journey", source)).file.items;
  if (item?.kind !== "journey") throw new Error("no journey");
  return item;
}

describe("raw", () => {
  const edited = (source: string, needed: Parameters<typeof editRaw>[2]) => {
    const edits = new TextEdits(source);
    editRaw(declarationOf(source), journey(undefined, []), needed, edits);
    return edits.apply();
  };
  const raw = "raw { a: 1 }";

  test("goes below everything else", () => {
    expect(edited(text("start -> failure"), { a: 1 })).toBe(text("start -> failure", "", raw).replace("  \n", "\n"));
  });

  test("is all that a journey without anything else has", () => {
    expect(edited("journey J {\n}\n", { a: 1 })).toBe(text(raw));
    expect(edited('journey J "Of { braces" {\n}\n', { a: 1 })).toBe(`journey J "Of { braces" {\n  ${raw}\n}\n`);
  });

  test("takes the place of what was there, and of further blocks", () => {
    expect(edited(text("raw { b: 1 }", "start -> failure", "raw { c: 1 }"), { a: 1 })).toBe(
      text(raw, "start -> failure"),
    );
  });

  test("goes where nothing is needed", () => {
    expect(edited(text("raw { b: 1 }", "start -> failure", "raw { c: 1 }"), undefined)).toBe(text("start -> failure"));
    expect(edited(text("start -> failure"), undefined)).toBe(text("start -> failure"));
  });
});

describe("export options", () => {
  const edited = (source: string, options: Partial<ExportOptions>, base?: ExportOptions) => {
    const edits = new TextEdits(source);
    editExportOptions(declarationOf(source), { ...defaultExportOptions, ...options }, base, edits);
    return edits.apply();
  };
  const block = "export {\n    treeId: false\n  }";
  const option = { treeId: false };

  test("stand below the settings", () => {
    expect(edited(text("enabled: true", "mustRun: true", "start -> failure"), option)).toBe(
      `journey J {\n  enabled: true\n  mustRun: true\n\n  ${block}\n  start -> failure\n}\n`,
    );
  });

  test("stand above the rest where there is no setting", () => {
    expect(edited(text("start -> failure"), option)).toBe(`journey J {\n  ${block}\n\n  start -> failure\n}\n`);
    expect(edited(text("// First", "start -> failure"), option)).toBe(
      `journey J {\n  ${block}\n\n  // First\n  start -> failure\n}\n`,
    );
    expect(edited("journey J {\n}\n", option)).toBe(text(block));
  });

  test("take the place of what was there, and of further blocks", () => {
    const before = text("start -> failure", "export { uiConfig: false }", "raw { }", "export { outcomes: false }");
    expect(edited(before, option)).toBe(text("start -> failure", block, "raw { }"));
  });

  test("go where all are as usual", () => {
    expect(edited(text("export { uiConfig: false }", "start -> failure"), {})).toBe(text("start -> failure"));
    expect(edited(text("start -> failure"), {})).toBe(text("start -> failure"));
    expect(edited(text("start -> failure"), option, { ...defaultExportOptions, treeId: false })).toBe(
      text("start -> failure"),
    );
  });
});
