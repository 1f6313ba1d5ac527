import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { transformSync } from "esbuild";
import { versionSchema } from "./property-schema.mjs";

const root = join(import.meta.dirname, "..");

/** Writes `dist/catalogue`: the ids, and for each type its data (`<id>.json`) and its validators (`<id>.cjs`). */
export async function buildCatalogue(target = join(root, "dist", "catalogue")) {
  const placeholders = await readPlaceholders();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const types = readTypes();
  for (const type of types) {
    writeFileSync(join(target, `${type.id}.json`), JSON.stringify(type));
    writeFileSync(join(target, `${type.id}.cjs`), validatorModule(type, placeholders));
  }
  // Last, because the program takes its presence for a complete catalogue.
  writeFileSync(join(target, "index.json"), JSON.stringify({ ids: types.map((type) => type.id) }));
}

function readTypes() {
  const source = join(root, "catalogue");
  return readdirSync(source)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(source, file), "utf8")))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** A CommonJS module that maps each version to a validator and needs no other module: a fresh ajv, so that schema names cannot meet. */
function validatorModule(type, placeholders) {
  const versions = Object.entries(type.versions).filter(([, version]) => version.properties);
  const ajv = new Ajv({ allErrors: true, inlineRefs: false, messages: false, code: { source: true, lines: false } });
  const names = {};
  for (const [index, [, version]] of versions.entries()) {
    ajv.addSchema(versionSchema(version.properties, placeholders), `version${index}`);
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

/** The program's own list of placeholder forms, so that both checkers know the same. */
function readPlaceholders() {
  const source = readFileSync(join(root, "src", "catalogue", "placeholder-forms.ts"), "utf8");
  const { code } = transformSync(source, { loader: "ts" });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

if (process.argv[1] === import.meta.filename) await buildCatalogue();
