import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scenarioCodes } from "../../../src/diagnostics/codes/scenario.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { projectRoot } from "../../support/read-project.js";
import { runScenarios } from "../../support/simulate-text.js";

describe.each(Object.keys(scenarioCodes))("docs/rules/%s.md", (code) => {
  const markdown = readFileSync(join(projectRoot, `docs/rules/${code}.md`), "utf8");
  const found = async (heading: string) => {
    const [block] = fencedBlocks(markdown).filter((each) => each.heading === heading);
    const results = await runScenarios(block?.text ?? "");
    expect(results.length).toBeGreaterThan(0);
    return results.flatMap(({ diagnostics }) => diagnostics.map((diagnostic) => diagnostic.code));
  };

  test("its wrong example gives exactly this diagnostic, its right example none", async () => {
    expect(markdown.startsWith(`# ${code}\n\n`)).toBe(true);
    expect(await found("Wrong")).toEqual([code]);
    expect(await found("Right")).toEqual([]);
  });
});
