import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { randomNumbers } from "./fuzz/mutate.mjs";
import { makeReaders } from "./fuzz/readers.mjs";

/**
 * Gives readers inputs that are nearly right: `npm run fuzz -- READER --count 100000 --seed N`, or all readers without a
 * name. A reader may answer anything; an exception and an input of more than ten seconds are defects. Each is printed with the seed that
 * brings it back: `npm run fuzz -- READER --count 1 --seed THAT`.
 */
const root = join(import.meta.dirname, "..");
const slowMilliseconds = 10_000;
const mostShown = 5;
/** A script with huge values takes as long as ten other inputs. */
const shares = { natives: 1 / 10 };

async function loadSources() {
  const outfile = join(root, "node_modules", `.fuzz-${process.pid}.mjs`);
  try {
    await build({
      stdin: {
        contents: `
          export { SourceFile } from "./src/text/source-file.js";
          export { checkFiles, compile } from "./src/compile/compile.js";
          export { readExport } from "./src/export-json/read/read-export.js";
          export { readFolder } from "./src/config-folder/read/read-folder.js";
          export { importJourney } from "./src/import/import-journey.js";
          export { importInto } from "./src/import/into/import-into.js";
          export { readConfigurationText } from "./src/configuration/read-configuration.js";
          export { readWorld } from "./src/configuration/read-world.js";
          export { readTypeFile } from "./src/configuration/read-type-file.js";
          export { mergeJourneys } from "./src/diff/merge/merge-journeys.js";
          export { mergeExports } from "./src/diff/merge/merge-exports.js";
          export { createHandler } from "./src/serve/create-handler.js";
          export { Sandbox } from "./src/simulate/scripts/sandbox.js";
          export { usualLimits } from "./src/simulate/scripts/limits.js";
          export * as prettierPlugin from "./src/prettier/index.js";`,
        resolveDir: root,
      },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
      packages: "external",
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

async function run(name, read, { count, seed }) {
  const failures = [];
  const start = performance.now();
  for (let each = seed; each < seed + count; each++) {
    const begun = performance.now();
    try {
      await read(randomNumbers(each));
      if (performance.now() - begun > slowMilliseconds) failures.push({ seed: each, what: "takes more than 10 s" });
    } catch (error) {
      failures.push({ seed: each, what: error.stack ?? String(error) });
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${count} inputs, ${failures.length} failures, ${seconds} s`);
  for (const failure of failures.slice(0, mostShown)) console.log(`  --seed ${failure.seed}: ${failure.what}`);
  return failures.length;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});
const journeyc = await loadSources();
const example = (file) => readFileSync(join(root, "examples", "reset-password", file), "utf8");
const text = example("ResetPassword.journey");
const built = await journeyc.compile([new journeyc.SourceFile("a.journey", text)], { targets: ["export"] });
const exportText = built.outputs.find(({ text }) => text.includes('"trees"'))?.text;
const readers = makeReaders(journeyc, { text, scenarios: example("ResetPassword.scenarios.journey"), exportText });
const names = positionals.length > 0 ? positionals : Object.keys(readers);
let failures = 0;
for (const name of names) {
  if (!Object.hasOwn(readers, name)) throw new Error(`No reader ${name}: there are ${Object.keys(readers).join(", ")}`);
  const count = Math.ceil(Number(values.count) * (shares[name] ?? 1));
  failures += await run(name, readers[name], { count, seed: Number(values.seed) });
}
process.exitCode = failures > 0 ? 1 : 0;
