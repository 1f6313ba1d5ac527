// Prints what parsing costs as a multiple of JSON.parse of the same graphs' export. Run with NODE_EXTRA_CA_CERTS unset.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { grammarEngine } from "../scripts/grammar-engine.mjs";
import { makeJourney } from "./parse-input.mjs";

const folder = mkdtempSync(join(tmpdir(), "journeyc-bench-"));
const outfile = join(folder, "parse.mjs");
await build({
  stdin: {
    contents: 'export { parse } from "./src/syntax/parse.js"; export { SourceFile } from "./src/text/source-file.js";',
    resolveDir: new URL("..", import.meta.url).pathname,
    loader: "ts",
  },
  bundle: true,
  format: "esm",
  platform: "node",
  outfile,
  logLevel: "error",
  // As in the package.
  plugins: [grammarEngine],
});
const importStart = process.cpuUsage();
const { parse, SourceFile } = await import(pathToFileURL(outfile).href);
const imported = cpu(importStart);
const firstStart = process.cpuUsage();
parse(new SourceFile("first.journey", makeJourney("First", 2700).text));
console.log(`import ${imported.toFixed(0)} ms, first parse with grammar ${cpu(firstStart).toFixed(0)} ms (CPU)`);

function cpu(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function measure(run, passes) {
  const start = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) run();
  return cpu(start) / passes;
}

const costs = [];
for (const [label, size, passes] of [
  ["10 KB", 1e4, 200],
  ["100 KB", 1e5, 30],
  ["1 MB", 1e6, 4],
  ["10 MB", 1e7, 1],
]) {
  const { text, json } = makeJourney("Measured", size);
  const source = new SourceFile("measured.journey", text);
  const problems = parse(source).diagnostics.length;
  if (problems > 0) throw new Error(`the input for ${label} has ${problems} problems`);
  const rounds = [];
  for (let round = 0; round < 7; round++) {
    const floor = measure(() => JSON.parse(json), passes);
    const cost = measure(() => parse(source), passes);
    rounds.push({ ratio: cost / floor, cost, floor });
  }
  rounds.sort((a, b) => a.ratio - b.ratio);
  const middle = rounds[3];
  costs.push({ size: text.length, cost: middle.cost, floor: middle.floor });
  console.log(
    `${label}: ${middle.ratio.toFixed(1)} x JSON.parse (${rounds[0].ratio.toFixed(1)}-${rounds[6].ratio.toFixed(1)}), ${middle.cost.toFixed(2)} ms, export ${(json.length / text.length).toFixed(2)} x text`,
  );
}
const [first, , , last] = costs;
const exponent = (what) => (Math.log(last[what] / first[what]) / Math.log(last.size / first.size)).toFixed(2);
// The collector's work on what stays alive grows with it: the floor's exponent tells how much of ours that is.
console.log(`exponent 10 KB to 10 MB: ${exponent("cost")} (JSON.parse itself: ${exponent("floor")})`);
rmSync(folder, { recursive: true });
