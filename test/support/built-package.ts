import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { builtFrom, sourcesHash } from "../../scripts/built-from.mjs";

const root = join(import.meta.dirname, "..", "..");

/** Inside the project, so that ts-morph and prettier are found as when installed. `remove-built-package.ts` removes it. */
export const packageFolder = join(root, ".vitest", "package");

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

/** The package as the sources are, for tests of whole processes. */
export function builtPackage(folder = builtFolder()): BuiltPackage {
  const launcher = join(folder, "dist", "cli", "journeyc.cjs");
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

/** The folder of the package, made by the first test of a run that needs it: most tests that somebody runs while writing need none. */
export function builtFolder(): string {
  const lock = `${packageFolder}.lock`;
  while (!existsSync(packageFolder)) {
    if (isFree(lock)) {
      try {
        makePackage(`${packageFolder}.new`);
      } finally {
        rmdirSync(lock);
      }
    } else {
      // Another worker is at it.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  return packageFolder;
}

/** Whether nobody has taken a lock, which this takes. */
function isFree(lock: string): boolean {
  mkdirSync(join(lock, ".."), { recursive: true });
  try {
    mkdirSync(lock);
  } catch {
    return false;
  }
  if (!existsSync(packageFolder)) return true;
  rmdirSync(lock);
  return false;
}

/** Builds the package, or copies `dist` where that is just this. */
function makePackage(folder: string): void {
  const dist = join(root, "dist");
  if (builtFrom(dist) === sourcesHash()) {
    cpSync(dist, join(folder, "dist"), { recursive: true });
  } else {
    const program = join(root, "scripts", "build.mjs");
    execFileSync(process.execPath, [program, "--no-types", "--out", join(folder, "dist")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  for (const part of ["docs", "templates", "examples", "grammar", "schema"])
    symlinkSync(join(root, part), join(folder, part));
  renameSync(folder, packageFolder);
}
