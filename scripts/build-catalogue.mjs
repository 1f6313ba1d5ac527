import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { transformSync } from "esbuild";
import { versionSchema } from "./property-schema.mjs";

const root = join(import.meta.dirname, "..");

/**
 * Writes `dist/catalogue`: the ids, and for each type its data (`<id>.json`) and its validators (`<id>.cjs`). Files that
 * would not change are left alone, so that a running test never misses one.
 */
export function buildCatalogue(target = join(root, "dist", "catalogue")) {
  mkdirSync(target, { recursive: true });
  const types = readTypes();
  const files = new Map();
  for (const type of types) {
    files.set(`${type.id}.json`, JSON.stringify(type));
    files.set(`${type.id}.cjs`, validatorModule(type));
  }
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

/** A CommonJS module that maps each version to its validator and needs no other module. */
function validatorModule(type) {
  const versions = Object.entries(type.versions).filter(([, version]) => version.properties);
  // One ajv for each type, so that the names of the schemas cannot meet.
  const ajv = new Ajv({ allErrors: true, messages: false, code: { source: true, lines: false } });
  const names = {};
  for (const [index, [, version]] of versions.entries()) {
    ajv.addSchema(versionSchema(version.properties), `version${index}`);
    names[`version${index}`] = `version${index}`;
  }
  const code = versions.length === 0 ? "" : standalone.default(ajv, names);
  if (code.includes("require(")) throw new Error(`${type.id}: a validator needs ajv at run time`);
  const exported = versions.map(([name], index) => `${JSON.stringify(name)}: exports.version${index}`);
  return transformSync(`${code};module.exports = { ${exported.join(", ")} };`, {
    minify: true,
    treeShaking: true,
    format: "cjs",
  }).code;
}

function writeIfChanged(path, content) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== content) writeFileSync(path, content);
}

if (process.argv[1] === import.meta.filename) buildCatalogue();
