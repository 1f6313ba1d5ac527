import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bindingCodes } from "../../../src/diagnostics/codes/binding.js";
import type { FileText } from "../../../src/model/bind-options.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { bindText, projectRoot } from "../../support/read-project.js";

/** The files that the examples of the pages name. */
function readText(path: string): FileText {
  if (path === "resources/broken.json") return { text: '{ "subject": ' };
  return { text: path === "resources/goodbye.json" ? '{ "_id": "emailTemplate/goodbye" }' : "{}" };
}

describe.each(Object.keys(bindingCodes))("docs/rules/%s.md", (code) => {
  const markdown = readFileSync(join(projectRoot, `docs/rules/${code}.md`), "utf8");
  const blocks = fencedBlocks(markdown).filter((block) => block.language === "journey");
  const under = (heading: string) => blocks.filter((block) => block.heading === heading).map((block) => block.text);

  test("has the parts of a page", () => {
    expect(markdown.startsWith(`# ${code}\n\n`)).toBe(true);
    expect(under("Wrong")).toHaveLength(1);
    expect(under("Right")).toHaveLength(1);
    expect(markdown).toContain("\n## Why\n");
  });

  test("its wrong example gives exactly this diagnostic, its right example none", () => {
    const codesOf = (text: string) => bindText(text, { readText }).diagnostics.map((diagnostic) => diagnostic.code);
    for (const text of under("Wrong")) expect(codesOf(text)).toEqual([code]);
    for (const text of under("Right")) expect(codesOf(text)).toEqual([]);
  });
});
