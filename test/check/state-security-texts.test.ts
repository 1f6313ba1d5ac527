import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { securityCodes } from "../../src/diagnostics/codes/security.js";
import { stateCodes } from "../../src/diagnostics/codes/state.js";
import { textCodes } from "../../src/diagnostics/codes/texts.js";
import { codesWithScripts } from "../support/check-scripts.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";

describe.each(Object.keys({ ...stateCodes, ...securityCodes, ...textCodes }))("docs/rules/%s.md", (code) => {
  const markdown = readFileSync(join(projectRoot, `docs/rules/${code}.md`), "utf8");
  const found = (heading: string) => {
    const blocks = fencedBlocks(markdown).filter((block) => block.heading === heading);
    const journeys = blocks.filter((block) => block.language === "journey").map((block) => block.text);
    const files = blocks.filter((block) => block.language.startsWith("js "));
    return codesWithScripts(journeys, Object.fromEntries(files.map(({ language, text }) => [language.slice(3), text])));
  };

  test("has the parts of a page", () => {
    expect(markdown.startsWith(`# ${code}\n\n`)).toBe(true);
    for (const part of ["Why", "Soundness", "Wrong", "Right"]) expect(markdown).toContain(`\n## ${part}\n`);
  });

  test("its wrong example gives exactly this diagnostic, its right example none", () => {
    expect(found("Wrong")).toEqual([code]);
    expect(found("Right")).toEqual([]);
  });
});
