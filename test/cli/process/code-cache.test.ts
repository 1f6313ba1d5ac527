import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { flagsOf } from "../../../src/cli/process/code-cache.js";

it("gives V8 flags in Node 20 only: later versions say aloud that they do not know them", () => {
  for (const program of ["main", "check", "build", "help"]) {
    expect(flagsOf(program, "11.3.244.8-node.33").length).toBeGreaterThan(0);
    for (const engine of ["12.4.254.21-node.57", "13.6.233.17-node.53", "14.6.202.34-node.34"])
      expect(flagsOf(program, engine)).toEqual([]);
  }
});

it("gives only flags that this V8 knows", () => {
  const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  for (const program of ["main", "build"]) {
    for (const flag of flagsOf(program, process.versions.v8)) {
      const name = flag.replace(/^--(?:no-)?/, "").replace(/=.*/, "");
      expect(known).toMatch(new RegExp(`^ {2}--(?:no-)?${name} `, "m"));
    }
  }
});
