import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acrossCodes } from "../../src/diagnostics/codes/across.js";
import { graphCodes } from "../../src/diagnostics/codes/graph.js";
import { nodeCodes } from "../../src/diagnostics/codes/nodes.js";
import { pageCodes } from "../../src/diagnostics/codes/pages.js";
import { suppressionCodes } from "../../src/diagnostics/codes/suppression.js";
import { checkTogether, codesOf } from "../support/check-text.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";

const all = { ...graphCodes, ...pageCodes, ...nodeCodes, ...acrossCodes, ...suppressionCodes };

/** An error that is not to be ignored is reported along with the attempt. */
const reportedAlong: Readonly<Record<string, readonly string[]>> = {
  "suppressed-error": ["suppressed-error", "dangling-connection"],
  "suppression-without-reason": ["suppression-without-reason"],
};

describe.each(Object.keys(all))("docs/rules/%s.md", (code) => {
  const markdown = readFileSync(join(projectRoot, `docs/rules/${code}.md`), "utf8");
  const under = (heading: string) => fencedBlocks(markdown).filter((block) => block.heading === heading);
  const found = (heading: string) => codesOf(checkTogether(under(heading)));

  test("has the parts of a page", () => {
    expect(markdown.startsWith(`# ${code}\n\n`)).toBe(true);
    for (const part of ["Why", "Soundness", "Wrong", "Right"]) expect(markdown).toContain(`\n## ${part}\n`);
    expect(under("Wrong").length).toBeGreaterThan(0);
    expect(under("Right").length).toBeGreaterThan(0);
  });

  test("its wrong example gives exactly this diagnostic, its right example none", () => {
    expect(found("Wrong")).toEqual(reportedAlong[code] ?? [code]);
    expect(found("Right")).toEqual([]);
  });
});
