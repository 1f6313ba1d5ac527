import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const root = join(import.meta.dirname, "..", "..");

export interface BuiltPackage {
  readonly folder: string;
  readonly launcher: string;
  run(args: readonly string[], options?: RunOptions): SpawnSyncReturns<string>;
}

interface RunOptions {
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly input?: string;
}

/** Builds the package from the sources as they are, into a folder of its own, for tests of whole processes. */
export function builtPackage(name: string): BuiltPackage {
  // Inside the project, so that ts-morph and prettier are found as they are when installed.
  const folder = join(root, ".vitest", name);
  const launcher = join(folder, "dist", "cli", "journeyc.cjs");
  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const part of ["docs", "templates"]) symlinkSync(join(root, part), join(folder, part));
    execFileSync(process.execPath, [join(root, "scripts", "build.mjs"), "--no-types", "--out", join(folder, "dist")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    launcher,
    run: (args, { node = [], environment = {}, folder: cwd = root, input = "" } = {}) =>
      spawnSync(process.execPath, [...node, launcher, ...args], {
        cwd,
        input,
        encoding: "utf8",
        env: { PATH: process.env.PATH, XDG_CACHE_HOME: join(folder, "cache"), ...environment },
      }),
  };
}
