// `node bench/growth.mjs [--size N] [--command NAME]… [SHAPE…]`: CPU times of commands while one thing doubles three times.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { mail, mistakes, script, shapes } from "./growth-input.mjs";

/** Work that doubles with its input has the exponent 1; what is above this one is marked. */
const highest = 1.2;
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const root = join(import.meta.dirname, "..");

/** What is measured, as arguments: `path` gives the files of one size. */
const commands = {
  check: (path) => ["check", path.text],
  "check export": (path) => ["check", path.export],
  fmt: (path) => ["fmt", "--check", path.text],
  "build export": (path) => ["build", path.text, "--out", fresh()],
  "build of export": (path) => ["build", path.export, "--out", fresh()],
  "build bundle": (path) => ["build", path.text, "--bundle", "--out", fresh()],
  "build frconfig": (path) => ["build", path.text, "--target", "frconfig", "--out", fresh()],
  "build folder": (path) => ["build", path.changed.text, "--target", "folder", "--out", path.folder],
  "build mermaid": (path) => ["build", path.text, "--target", "mermaid", "--out", fresh()],
  "build machine": (path) => ["build", path.text, "--target", "machine", "--out", fresh()],
  import: (path) => ["import", path.export, "--out", fresh()],
  "import folder": (path) => ["import", path.folder, "--out", fresh()],
  "import --into": (path) => ["import", path.changed.export, "--into", path.copy],
  diff: (path) => ["diff", path.text, path.changed.text],
  "diff exports": (path) => ["diff", path.export, path.changed.export, "--format", "html"],
  "merge texts": (path) => ["merge", "--stdout", path.text, path.changed.text, path.other.text],
  "merge exports": (path) => ["merge", "--stdout", path.export, path.changed.export, path.other.export],
  "graph svg": (path) => ["graph", path.text, "--format", "svg", ...path.one],
  "graph html": (path) => ["graph", path.text, "--format", "html", ...path.one],
  "graph dot": (path) => ["graph", path.text, "--format", "dot", ...path.one],
  requires: (path) => ["requires", path.text],
  uses: (path) => ["uses", "Rate", path.text],
  textconv: (path) => ["textconv", path.export],
  "test --generate": (path) => ["test", path.text, "--generate", "--out", "-"],
};

/** What tries every path, or is written with ts-morph, is slower than all else. */
const share = { "build machine": 1 / 4, "test --generate": 1 / 4 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: "string", default: "1000" }, command: { type: "string", multiple: true } },
});
const journeyc = await loadProgram();
const work = mkdtempSync(join(tmpdir(), "journeyc-growth-"));
let folders = 0;
const fresh = () => join(work, String(folders++));
try {
  const all = [...Object.keys(shapes), ...Object.keys(mistakes)];
  for (const shape of positionals.length > 0 ? positionals : all) await measure(shape);
} finally {
  rmSync(work, { recursive: true });
}

/** All commands run in one process: what is measured is their work, not the start of Node. */
async function loadProgram() {
  const outfile = join(root, "node_modules", `.growth-${process.pid}.mjs`);
  const contents = ["cli/process/main", "project/disk-files", "diagnostics/render/style"]
    .map((file) => `export * from "./src/${file}.js";`)
    .join("\n");
  try {
    await build({
      stdin: { contents, resolveDir: root },
      ...{ bundle: true, platform: "node", format: "esm", outfile, packages: "external", logLevel: "warning" },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

async function measure(shape) {
  const heads = ["n", "2n", "4n", "8n"].map((head) => head.padStart(9)).join("");
  console.log(`\n${shape.padEnd(20)}${heads}  CPU ms`);
  const made = new Map();
  const isMistake = Object.hasOwn(mistakes, shape);
  for (const name of isMistake ? ["check"] : (values.command ?? Object.keys(commands))) {
    const size = Math.ceil(Number(values.size) * (share[name] ?? 1));
    const costs = [];
    // The first run is for V8, which compiles what is used.
    for (const times of [1, 1, 2, 4, 8]) {
      const count = size * times;
      if (!made.has(count)) made.set(count, isMistake ? makeMistaken(shape, count) : await makeFiles(shape, count));
      costs.push(await cost(commands[name](await made.get(count))));
    }
    // Over the last two doublings: what is below them is mostly noise.
    const exponent = Math.log2(costs[4] / costs[2]) / 2;
    const row = costs.slice(1).map((each) => each.toFixed(0).padStart(9));
    console.log(`${name.padEnd(20)}${row.join("")}  ${exponent.toFixed(2)}${exponent > highest ? "  ABOVE" : ""}`);
  }
}

function makeMistaken(shape, count) {
  const text = join(fresh(), "Grown.journey");
  mkdirSync(dirname(text));
  writeFileSync(text, mistakes[shape](count));
  writeFileSync(join(dirname(text), "mail.json"), mail);
  return { text };
}

/** Three versions of a text, their exports, and folders made of the first one. */
async function makeFiles(shape, count) {
  const versions = [];
  for (const round of [0, 1, 2]) {
    const [folder, out] = [fresh(), fresh()];
    mkdirSync(folder);
    const text = join(folder, "Grown.journey");
    writeFileSync(text, shapes[shape](count, round));
    writeFileSync(join(folder, "rate.js"), script);
    await run(["build", text, "--bundle", "--out", out]);
    versions.push({ text, export: join(out, "bundle.journey.json") });
  }
  const [folder, copy] = [fresh(), fresh()];
  await run(["build", versions[0].text, "--target", "frconfig", "--out", folder]);
  await run(["import", versions[0].export, "--out", copy]);
  return {
    ...versions[0],
    changed: versions[1],
    other: versions[2],
    folder,
    copy: join(copy, `${shape === "journeys" ? "J0" : "Grown"}.journey`),
    one: shape === "journeys" ? ["--journey", "J0"] : [],
  };
}

/** CPU time of one run in milliseconds, of all threads. */
async function cost(args) {
  collect();
  const start = process.cpuUsage();
  await run(args);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** A status of 1 means that there are findings, or differences. */
async function run(args) {
  let said = "";
  const terminal = (write) => ({ write, isTerminal: false, columns: 100, style: journeyc.plainStyle });
  const status = await journeyc.main(args, {
    workingDirectory: work,
    files: journeyc.diskFiles,
    environment: {},
    version: "0.0.0",
    packageFolder: root,
    output: terminal(() => undefined),
    talk: terminal((text) => {
      said += text;
    }),
    importModule: (path) => import(path),
  });
  if (status > 1) throw new Error(`journeyc ${args.join(" ")} ended with ${status}: ${said.slice(0, 1000)}`);
}
