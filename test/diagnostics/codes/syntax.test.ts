import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { syntaxCodes } from "../../../src/diagnostics/codes/syntax.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { projectRoot } from "../../support/read-project.js";
import { parseText } from "../../syntax/parse-text.js";

describe.each(Object.keys(syntaxCodes))("docs/rules/%s.md", (code) => {
  const blocks = fencedBlocks(readFileSync(join(projectRoot, `docs/rules/${code}.md`), "utf8"));
  const codesUnder = (heading: string) =>
    blocks
      .filter((block) => block.language === "journey" && block.heading === heading)
      .map((block) => [...new Set(parseText(block.text).diagnostics.map((diagnostic) => diagnostic.code))]);

  test("its wrong example gives exactly this diagnostic, its right example none", () => {
    expect(codesUnder("Right")).toEqual([[]]);
    if (code === "file-too-large") return;
    const last = codesUnder("Wrong").map((found) => found.slice(-1));
    expect(last).toEqual([[code]]);
    if (code !== "too-many-problems") expect(codesUnder("Wrong")).toEqual([[code]]);
  });
});
