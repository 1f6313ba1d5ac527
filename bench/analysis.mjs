// Prints how the cost of analysing scripts grows with their lines, from the first one on: `node bench/analysis.mjs`. Floor: reading them with the parser alone.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const counts = [1, 10, 50, 100, 200];
const [outfile, what] = process.argv.slice(2);

if (outfile === undefined) {
  // Inside the project, so that the bundle finds acorn.
  const folder = mkdtempSync(join(root, "node_modules", ".bench-analysis-"));
  const bundle = join(folder, "analysis.mjs");
  await build({
    stdin: {
      contents: `
        export { analyseScript } from "./src/rhino/analysis/analyse-script.js";
        export { parseScript } from "./src/rhino/parse-script.js";`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    outfile: bundle,
    external: ["acorn"],
    logLevel: "error",
  });
  // Each in a process of its own, since both run in code that gets warm.
  for (const name of ["parseScript", "analyseScript"]) {
    execFileSync(process.execPath, [import.meta.filename, bundle, name], { stdio: "inherit" });
  }
  rmSync(folder, { recursive: true, force: true });
} else await measure((await import(pathToFileURL(outfile).href))[what], what);

/** Prints CPU time by lines in a process that begins, and per 100 lines where all code is warm. */
async function measure(run, name) {
  const bodies = bodiesOf(counts.at(-1));
  const linesOf = (list) => list.reduce((sum, body) => sum + body.split("\n").length, 0);
  const start = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  let before = { lines: 0, time: 0 };
  for (const [at, body] of bodies.entries()) {
    run(body);
    if (!counts.includes(at + 1)) continue;
    const now = { lines: linesOf(bodies.slice(0, at + 1)), time: spent() };
    const added = ((now.time - before.time) / (now.lines - before.lines)) * 100;
    console.log(
      `${name}: up to ${now.lines} lines ${now.time.toFixed(0)} ms CPU, ${added.toFixed(1)} ms for each 100 lines more`,
    );
    before = now;
  }
  for (let pass = 0; pass < 5; pass++) for (const body of bodies) run(`${body}\n// ${pass}`);
  const warm = spent();
  for (let pass = 5; pass < 8; pass++) for (const body of bodies) run(`${body}\n// ${pass}`);
  const each = ((spent() - warm) / linesOf(bodies) / 3) * 100;
  console.log(`${name}: warm ${each.toFixed(2)} ms CPU for each 100 lines`);
}

/** Scripts of some 100 lines, put together of those of the tests. */
function bodiesOf(count) {
  const folder = join(root, "test", "rhino", "fixtures");
  const parts = ["legacy", "next-generation"].flatMap((generation) =>
    readdirSync(join(folder, generation)).map((name) => readFileSync(join(folder, generation, name), "utf8")),
  );
  return Array.from({ length: count }, (_, at) => {
    let body = `// ${at}\n`;
    for (let next = at; body.split("\n").length < 100; next++) {
      body += `(function () {\n${parts[next % parts.length]}\n})();\n`;
    }
    return body;
  });
}
