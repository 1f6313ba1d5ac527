import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/**
 * Writes `dist/catalogue`: the ids, and each type's data (`<id>.json`). Files that would not change are left alone, so
 * that a test that runs meanwhile finds every file.
 */
export function buildCatalogue(target = join(root, "dist", "catalogue")) {
  mkdirSync(target, { recursive: true });
  const types = readTypes();
  const files = new Map(types.map((type) => [`${type.id}.json`, JSON.stringify(type)]));
  // Last, because the program takes its presence for a complete catalogue.
  files.set("index.json", JSON.stringify({ ids: types.map((type) => type.id) }));
  for (const [name, content] of files) writeIfChanged(join(target, name), content);
  for (const name of readdirSync(target)) if (!files.has(name)) rmSync(join(target, name));
}

function readTypes() {
  const source = join(root, "catalogue");
  return readdirSync(source)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(source, file), "utf8")))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function writeIfChanged(path, content) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== content) writeFileSync(path, content);
}

if (process.argv[1] === import.meta.filename) buildCatalogue();
