import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "../support/read-project.js";

const corpus = join(projectRoot, "..", "shared", "corpus");

it.skipIf(!existsSync(corpus))(
  "every journey of the corpus becomes a text that builds to the same export (skipped where ../shared/corpus is absent)",
  { timeout: 300_000 },
  () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, "scripts", "corpus.mjs")], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/\n(\d+) journeys, \1 equal, 0 not\n/);
    expect(stdout).not.toContain("Errors that the text reports");
    const share = Number(/ families \((\d+\.\d) %\)/.exec(stdout)?.[1]);
    expect(share).toBeLessThanOrEqual(5);
    expect(status).toBe(0);
  },
);
