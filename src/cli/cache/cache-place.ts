import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * The folder where builds of a working directory keep what they know: `node_modules/.cache/journeyc` of the project, or `.journeyc`
 * where nothing is installed. Why there: docs/decisions/incremental-build.md.
 */
export function buildCacheFolder(workingDirectory: string): string {
  for (let folder = workingDirectory; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (isThere(modules)) return join(modules, ".cache", "journeyc");
    if (isThere(join(folder, ".git")) || dirname(folder) === folder) return join(workingDirectory, ".journeyc");
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Makes the folder. One that does not lie in `node_modules` is ignored by git on its own. Throws where it cannot be made. */
export function makeBuildCacheFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true }) === undefined || basename(folder) !== ".journeyc") return;
  writeFileSync(
    join(folder, ".gitignore"),
    "# What journeyc knows of the last builds. It may be deleted at any time.\n*\n",
  );
}
