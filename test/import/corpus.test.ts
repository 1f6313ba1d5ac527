import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { corpusIsThere } from "../support/corpus.js";
import { expectFigures } from "../support/figures.js";
import { projectRoot } from "../support/read-project.js";

it.skipIf(!corpusIsThere)(
  "every journey of the corpus becomes a text that builds to the same export (skipped where ../shared/corpus is absent)",
  () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, "scripts", "corpus.mjs")], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const count = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1]);
    const journeys = count(/\n(\d+) journeys, \1 equal, 0 not\n/);
    expect(journeys).toBeGreaterThan(0);
    expect(stdout).not.toContain("Errors that the text reports");
    const share = count(/ families \((\d+\.\d) %\)/);
    expect(share).toBeLessThanOrEqual(5);
    expect(status).toBe(0);
    expectFigures("Import of the corpus", {
      "journeys, all of which come back whole": journeys,
      "of them byte for byte, being sorted and without revisions": count(/\n(\d+) of them byte for byte/),
      "journeys that need `raw`": count(/\nraw: (\d+) journeys/),
      "families that need `raw`": count(/ journeys, (\d+) of \d+ families/),
      "families, a file of several journeys counting as one": count(/ of (\d+) families/),
      "families that need `raw`, in per cent": share,
    });
  },
);
