import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { conflictsOfExports } from "../../../src/check/open-conflicts.js";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { exportCodes } from "../../../src/diagnostics/codes/export.js";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";

const rules = join(import.meta.dirname, "..", "..", "..", "docs", "rules");

/** The examples under a heading: files of a folder where they have paths, else exports one by one. */
function codesUnder(markdown: string, heading: string): readonly string[] {
  const files = new Map<string, string>();
  const codes: string[] = [];
  for (const block of fencedBlocks(markdown)) {
    if (block.heading !== heading) continue;
    const path = block.language.replace(/^json ?/, "");
    if (path !== "") files.set(path, block.text);
    else {
      const { model, diagnostics } = readExport(new SourceFile("example.json", block.text), {});
      codes.push(...[...diagnostics, ...conflictsOfExports(model.journeys)].map(({ code }) => code));
    }
  }
  if (files.size > 0) codes.push(...readFolder(files, {}).diagnostics.map(({ code }) => code));
  return codes;
}

describe.each(Object.keys(exportCodes))("docs/rules/%s.md", (code) => {
  const markdown = readFileSync(join(rules, `${code}.md`), "utf8");

  test("has the parts of a page", () => {
    expect(markdown.startsWith(`# ${code}\n\n`)).toBe(true);
    for (const heading of ["Why", "Wrong", "Right"]) expect(markdown).toContain(`\n## ${heading}\n`);
  });

  // An example of this size would be no example; what a writer reports is tested with it.
  test.skipIf(code === "export-too-large" || code.startsWith("left-out-of-"))(
    "its wrong example gives this diagnostic, its right example none",
    () => {
      expect(codesUnder(markdown, "Wrong")).toEqual([code]);
      expect(codesUnder(markdown, "Right")).toEqual([]);
    },
  );
});
