import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Writes `dist/catalogue`: the ids, and per type its data and its validators. */
export function buildCatalogue(target = join(root, "dist", "catalogue")) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const types = readTypes();
  for (const type of types) writeFileSync(join(target, `${type.id}.json`), JSON.stringify(type));
  writeFileSync(join(target, "index.json"), JSON.stringify({ ids: types.map((type) => type.id) }));
}

function readTypes() {
  const source = join(root, "catalogue");
  return readdirSync(source)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(source, file), "utf8")))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

if (process.argv[1] === import.meta.filename) buildCatalogue();
