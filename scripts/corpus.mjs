import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { compareExports } from "./compare-exports.mjs";

/**
 * Imports and rebuilds every journey of a folder of real exports (`../shared/corpus` by default) and compares: the export must
 * come back whole, and importing what was built must give the same text. Prints what needed `raw`, and why.
 *
 * The comparison is `compare-exports.mjs`, not the importer's own.
 */
const root = join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: join(root, "..", "shared", "corpus") },
    out: { type: "string" },
    full: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});

async function main() {
  const corpus = resolve(values.corpus);
  if (!existsSync(corpus)) {
    console.log(`No corpus at ${relative(process.cwd(), corpus) || "."}: nothing to do.`);
    return 0;
  }
  const journeyc = await loadSources();
  const families = familiesOf(corpus);
  const results = [];
  const started = performance.now();
  for (const path of exportFiles(corpus)) results.push(...tryFile(path, relative(corpus, path), journeyc));
  const seconds = (performance.now() - started) / 1000;
  return report(results, families, seconds);
}

/** Bundles the sources into one module, so that `src` is tried and not an older build. */
async function loadSources() {
  const outfile = join(root, "dist", "corpus-sources.mjs");
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    stdin: {
      contents: `
        export { readExport } from "./src/export-json/read/read-export.js";
        export { importJourney } from "./src/import/import-journey.js";
        export { importInto } from "./src/import/into/import-into.js";
        export { compileText, readFrom } from "./src/import/compile-text.js";
        export { writeExport } from "./src/export-json/write/write-export.js";
        export { SourceFile } from "./src/text/source-file.js";`,
      resolveDir: root,
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    packages: "external",
    logLevel: "warning",
  });
  return import(outfile);
}

/** The exports of the corpus. `raw/` is left out: it holds the originals of converted files. */
function exportFiles(corpus) {
  const files = [];
  for (const part of ["journeys", "multi"]) {
    const folder = join(corpus, part);
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
    }
  }
  return files.sort();
}

function familiesOf(corpus) {
  const manifest = join(corpus, "MANIFEST.json");
  if (!existsSync(manifest)) return new Map();
  const { files } = JSON.parse(readFileSync(manifest, "utf8"));
  return new Map(files.map((entry) => [entry.file, entry.family]));
}

const options = { realm: "alpha", defaultLocale: "en", externTypes: new Map(), minimal: !values.full };

function tryFile(path, name, journeyc) {
  const text = readFileSync(path, "utf8");
  const read = journeyc.readExport(new journeyc.SourceFile(name, text), {});
  const document = JSON.parse(text);
  const expected = countJourneys(document);
  const bytes = sortedTextOf(document);
  if (read.model.journeys.length !== expected) {
    return [{ name, problem: `${read.model.journeys.length} of ${expected} journeys were read`, raw: undefined }];
  }
  return read.model.journeys.map((journey) => {
    try {
      return { name, ...tryJourney(journey, name, bytes, journeyc) };
    } catch (error) {
      return { name, problem: String(error?.stack ?? error).slice(0, 600), raw: undefined };
    }
  });
}

/** The text of a file that must come back byte for byte, being as frodo writes it: one tree, sorted keys, no revisions. */
function sortedTextOf({ meta: _, ...document }) {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const trees = Object.keys(document.trees ?? {});
  const isCandidate = trees.length === 1 && Object.keys(document).length === 1 && !text.includes('"_rev"');
  return isCandidate && `${JSON.stringify(sorted(document), null, 2)}\n` === text ? text : undefined;
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function countJourneys(value) {
  if (typeof value !== "object" || value === null) return 0;
  if (typeof value.tree === "object" && value.tree !== null && !Array.isArray(value.tree)) return 1;
  return typeof value.trees === "object" ? Object.keys(value.trees).length : 0;
}

function tryJourney(journey, name, bytes, journeyc) {
  const original = journey.origin.document.json;
  const imported = journeyc.importJourney(journey, "corpus.journey", options);
  if (values.out) save(name, journey.name, imported);
  const result = { raw: imported.raw, text: imported.text, isByteTest: bytes !== undefined };
  if (imported.lost)
    return { ...result, problem: `the importer says lost: ${JSON.stringify(imported.lost).slice(0, 300)}` };
  const built = build1(imported, journeyc);
  const tree = JSON.parse(built.text).trees;
  const difference = compareExports(original, tree[journey.id]);
  if (difference) return { ...result, problem: difference };
  if (bytes !== undefined && built.text !== bytes)
    return { ...result, problem: `bytes: ${firstDifference(bytes, built.text)}` };
  const errors = built.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const again = journeyc.readExport(new journeyc.SourceFile(name, built.text), {});
  const second = journeyc.importJourney(again.model.journeys[0], "corpus.journey", options);
  if (second.text !== imported.text)
    return { ...result, problem: `second import: ${firstDifference(imported.text, second.text)}` };
  const into = tryInto(journey, original, imported, journeyc);
  if (into) return { ...result, problem: `import --into: ${into}` };
  return { ...result, errors: errors.map((error) => `${error.code}: ${error.message}`) };
}

/** The last import of each name: an older state of the same journey, or another journey altogether. */
const earlier = new Map();

/** Imports the journey into its own text and into that of an earlier one. */
function tryInto(journey, original, imported, journeyc) {
  const source = (text, files) => ({ path: "corpus.journey", text, readText: journeyc.readFrom(files) });
  const same = journeyc.importInto(source(imported.text, imported.files), journey, options);
  if (same.text !== imported.text) return `changed its own text: ${firstDifference(imported.text, same.text)}`;
  const other = earlier.get(journey.id);
  earlier.set(journey.id, imported);
  if (!other) return undefined;
  const result = journeyc.importInto(source(other.text, other.files), journey, options);
  if (result.lost) return `lost: ${JSON.stringify(result.lost).slice(0, 300)}`;
  const files = new Map([...other.files, ...result.files]);
  const built = build1({ text: result.text, files }, journeyc);
  const expected = withDependencies(original, JSON.parse(built.text).trees[journey.id]);
  return compareExports(expected, JSON.parse(built.text).trees[journey.id]);
}

/** The export with the scripts and resources that the earlier text keeps because the export has none of them. */
function withDependencies(original, built) {
  const result = { ...original };
  for (const section of [
    "scripts",
    "emailTemplates",
    "socialIdentityProviders",
    "saml2Entities",
    "circlesOfTrust",
    "variable",
    "nodeTypes",
  ]) {
    if (built[section]) result[section] = { ...built[section], ...original[section] };
  }
  if (!original.themes?.length && built.themes?.length) result.themes = built.themes;
  return result;
}

function build1(imported, journeyc) {
  const compiled = journeyc.compileText("corpus.journey", imported.text, journeyc.readFrom(imported.files), options);
  return { text: journeyc.writeExport(compiled.journeys[0]).text, diagnostics: compiled.diagnostics };
}

function firstDifference(before, after) {
  const [left, right] = [before.split("\n"), after.split("\n")];
  const line = left.findIndex((text, index) => text !== right[index]);
  return `line ${line + 1}: ${JSON.stringify(left[line])} became ${JSON.stringify(right[line])}`;
}

function save(name, journeyName, { text, files }) {
  const folder = join(values.out, name.replace(/\.json$/, "").replaceAll("/", "+"));
  for (const [path, content] of new Map([...files, [`${journeyName}.journey`, text]])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function report(results, families, seconds) {
  const failed = results.filter((result) => result.problem);
  for (const { name, problem } of failed.slice(0, values.verbose ? failed.length : 20))
    console.log(`${name}\n  ${problem}`);
  const needRaw = results.filter((result) => result.raw);
  const reasons = new Map();
  for (const { raw, name } of needRaw) for (const reason of new Set(reasonsIn(raw))) add(reasons, reason, name);
  printTable("Why raw was needed", reasons);
  const errors = new Map();
  for (const result of results) {
    for (const error of new Set((result.errors ?? []).map((text) => text.split(":")[0])))
      add(errors, error, result.name);
  }
  printTable("Errors that the text reports", errors);
  const of = (list) => new Set(list.map(({ name }) => families.get(name) ?? name)).size;
  console.log(`\n${results.length} journeys, ${results.length - failed.length} equal, ${failed.length} not`);
  const exact = results.filter((result) => result.isByteTest && !result.problem);
  console.log(`${exact.length} of them byte for byte, being sorted and without revisions`);
  console.log(
    `raw: ${needRaw.length} journeys, ${of(needRaw)} of ${of(results)} families (${percent(of(needRaw), of(results))})`,
  );
  console.log(`${seconds.toFixed(1)} s`);
  return failed.length === 0 ? 0 : 1;
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function add(table, key, name) {
  if (!table.has(key)) table.set(key, []);
  table.get(key).push(name);
}

function printTable(title, table) {
  if (table.size === 0) return;
  console.log(`\n${title}`);
  for (const [reason, names] of [...table].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${String(names.length).padStart(6)}  ${reason}  e.g. ${names[0]}`);
  }
}

/** The paths of a patch, with a star for each id. */
function reasonsIn(patch, path = "", depth = 0) {
  return Object.entries(patch).flatMap(([key, value]) => {
    const step = key.startsWith("/") ? key.replace(/[^/]*[0-9a-f]{8}[^/]*/gi, "*") : `/${isId(path, key) ? "*" : key}`;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isObject && depth < 6 && Object.keys(value).length > 0) return reasonsIn(value, path + step, depth + 1);
    return [`${path}${step} ${value === null ? "(removed or null)" : ""}`];
  });
}

function isId(path, key) {
  return (
    /^\/(nodes|innerNodes|scripts|tree\/nodes)$/.test(path) || /\/connections$/.test(path) || /[0-9a-f]{8}-/.test(key)
  );
}

process.exitCode = await main();
