import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { noteSources, sourcesHash } from "../../scripts/built-from.mjs";
import { declarationFiles, readOrWriteDeclarations } from "../../scripts/declarations.mjs";
import { builtFolder } from "./built-package.js";
import { projectRoot } from "./read-project.js";

/** What a build reads, and what a clone has installed. Links are never packed. Scripts are none, since they work on the folder above their own. */
const linked = new Set(["src", "catalogue", "node_modules"]);
const left = new Set(["dist", "test", "bench", ".git", ".vitest"]);

/** Makes a folder that is as a clone of this repository after `npm ci`, built from the sources as they are. */
export function makeClone(folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync(projectRoot)) {
    if (linked.has(name)) symlinkSync(join(projectRoot, name), join(folder, name), "junction");
    else if (!left.has(name)) cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  }
  const dist = join(folder, "dist");
  cpSync(join(builtFolder(), "dist"), dist, { recursive: true });
  for (const [path, text] of declarationFiles(readOrWriteDeclarations())) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  noteSources(dist, sourcesHash());
}
