import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const script = join(import.meta.dirname, "..", "scripts", "fuzz.mjs");
const fuzz = (...args: readonly string[]) => spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });

test("no reader throws for inputs that are nearly right (npm run fuzz tries as many as are wanted)", () => {
  const { status, stdout, stderr } = fuzz("--count", "10", "--seed", "1000");
  expect([status, stderr], stdout).toEqual([0, ""]);
  expect(stdout.match(/: (?:10|1) inputs, 0 failures/g)?.length).toBe(12);
});
