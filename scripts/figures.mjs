import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the numbers of docs/figures.md: runs the tests that count them, one after the other, as they write one file. */
const root = join(import.meta.dirname, "..");
const counting = readdirSync(join(root, "test"), { recursive: true })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => join("test", name))
  .filter((path) => readFileSync(join(root, path), "utf8").includes("expectFigures("));
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", "--no-file-parallelism", ...counting], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, ACCEPT: "1" },
});
process.exitCode = status ?? 1;
