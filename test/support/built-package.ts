import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** Where `build-package.ts` puts the package: inside the project, so that ts-morph and prettier are found as when installed. */
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

/** The package as it was built for this run, for tests of whole processes. */
export function builtPackage(folder = packageFolder): BuiltPackage {
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
