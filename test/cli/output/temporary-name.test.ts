import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { removeLeftovers, temporaryPath } from "../../../src/cli/output/temporary-name.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** The name that a process with this id would have given, here or on another machine. */
function nameOf(process: number, machine?: string): string {
  const [, base, where] = /^(.*\.)([0-9a-z]+)-[0-9]+-/.exec(basename(temporaryPath("/x/out"))) ?? [];
  return `${base}${machine ?? where}-${process}-abcdefgh.tmp`;
}

it("gives each path one name only", () => {
  const names = new Set(Array.from({ length: 1000 }, () => temporaryPath("/x/out")));
  expect(names.size).toBe(1000);
});

it("removes what ended processes have left, also those that had the same id, and nothing else", () => {
  const ended = spawnSync(process.execPath, ["--version"]).pid;
  const old = nameOf(7, "zzz");
  const gone = [nameOf(ended), nameOf(process.pid), old];
  const kept = [nameOf(process.ppid), nameOf(8, "zzz"), ".env", "notes.tmp", ".notes.12.tmp", ".a-b-c.tmp"];
  const folder = temporaryFolder(Object.fromEntries([...gone, ...kept].map((name) => [name, ""])));
  writeFileSync(temporaryPath(join(folder, "own")), "");
  utimesSync(join(folder, old), new Date(0), new Date(0));
  removeLeftovers(folder);
  for (const name of gone) expect([name, existsSync(join(folder, name))]).toEqual([name, false]);
  for (const name of kept) expect([name, existsSync(join(folder, name))]).toEqual([name, true]);
  expect(readdirSync(folder).length).toBe(kept.length + 1);
});
