import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
/** All that a build depends on. */
const parts = ["src", "catalogue", "schema", "grammar", "scripts", "package.json", "package-lock.json"];

/** A hash of the files that the package is built from. */
export function sourcesHash() {
  const hash = createHash("sha256");
  for (const part of [...parts, "tsconfig.json", "tsconfig.build.json"]) {
    const path = join(root, part);
    const files = statSync(path).isDirectory() ? filesBelow(path) : [path];
    for (const file of files)
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The hash of the files that a folder was built from; `undefined` if it is not there, or holds no whole build. */
export function builtFrom(folder) {
  const path = join(folder, "built-from");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Notes what a folder was built from. */
export function noteSources(folder, hash) {
  writeFileSync(join(folder, "built-from"), hash);
}
