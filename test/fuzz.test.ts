import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const script = join(import.meta.dirname, "..", "scripts", "fuzz.mjs");
const fuzz = (...args: readonly string[]) => spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });

test("no reader throws for inputs that are nearly right (npm run fuzz tries as many as are wanted)", () => {
  const { status, stdout, stderr } = fuzz("--count", "25", "--seed", "1000");
  expect([status, stderr], stdout).toEqual([0, ""]);
  expect(stdout.match(/: (?:25|3) inputs, 0 failures/g)?.length).toBe(11);
});

test("an unknown reader is told, with those that there are", () => {
  const { status, stderr } = fuzz("nothing");
  expect(status).not.toBe(0);
  expect(stderr).toContain("No reader nothing: there are text, scenario, export, folder");
});
