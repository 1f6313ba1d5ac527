import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diskSteps, isTemporary, site } from "../../support/bad-weather.js";
import { builtPackage } from "../../support/built-package.js";
import { filesBelow } from "../../support/files-below.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const built = builtPackage();

/** A module that kills the process before its nth step that changes the disk. */
const killer = `const fs = require("node:fs");
let left = Number(process.env.STEPS);
for (const name of ${JSON.stringify(diskSteps.kill)}) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (String(args[0]).startsWith(process.env.SITE) && left-- <= 0) { process.kill(process.pid, "SIGKILL"); for (;;); }
    return real(...args);
  };
}
require("node:module").syncBuiltinESMExports();`;

const prepared = () => site(async (folder, args) => built.run(args, { folder }).status);

it.each([0, 3, 8])(
  "a build that is killed after %i steps leaves each file old or new, and the next one makes all of it and cleans up",
  async (steps) => {
    const folder = await prepared();
    const out = join(folder, "out");
    const [before, after] = [filesBelow(out), filesBelow(join(folder, "exports"))];
    const module = join(temporaryFolder({ "killer.cjs": killer }), "killer.cjs");
    const build = (node: readonly string[]) =>
      built.run(["build", "texts", "-o", "out"], { folder, node, environment: { STEPS: String(steps), SITE: out } });
    expect(build(["--require", module]).signal).toBe("SIGKILL");
    const found = filesBelow(out);
    for (const [path, old] of Object.entries(before)) expect([old, after[path]]).toContain(found[path]);
    expect(Object.keys(found).filter((path) => !isTemporary(path))).toEqual(Object.keys(before));
    expect(build([]).status).toBe(0);
    expect(filesBelow(out)).toEqual(after);
  },
);

it("builds at once into one folder, old or new, all succeed and leave what one leaves", async () => {
  const folder = await prepared();
  const environment = { PATH: process.env.PATH, XDG_CACHE_HOME: join(built.folder, "cache") };
  const run = (out: string) =>
    new Promise<number | null>((end) => {
      const child = spawn(process.execPath, [built.launcher, "build", "texts", "-o", out], {
        cwd: folder,
        env: environment,
      });
      child.on("exit", end);
    });
  for (const out of ["new", "out"]) {
    expect(await Promise.all([run(out), run(out), run(out)])).toEqual([0, 0, 0]);
    expect(filesBelow(join(folder, out))).toEqual(filesBelow(join(folder, "exports")));
  }
  expect(readdirSync(folder).filter(isTemporary)).toEqual([]);
});
