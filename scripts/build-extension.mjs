import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { buildWorker } from "./build-worker.mjs";

const root = join(import.meta.dirname, "..");
const source = join(root, "editors", "vscode");

const common = {
  bundle: true,
  absWorkingDir: source,
  format: "cjs",
  target: "es2022",
  external: ["vscode"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

/** What is taken as it is, from the extension's folder unless it is said. */
const copied = new Map([
  ["package.json", "package.json"],
  ["language-configuration.json", "language-configuration.json"],
  ["snippets", "snippets"],
  ["images", "images"],
  ["pictures", "pictures"],
  ["walkthrough", "walkthrough"],
  ["../../grammar/journey.tmLanguage.json", "journey.tmLanguage.json"],
  ["../../LICENSE", "LICENSE.txt"],
]);

/** What the server loads when it is needed: the parser of scripts, foreign schemas, the sandbox. */
const packages = ["acorn", "ajv", "ajv-formats", "quickjs-emscripten-core", "@jitl/quickjs-wasmfile-release-sync"];

/** What of a package is never loaded. */
const unneeded =
  /\.(?:map|ts|mts|cts|md|flow|yml|markdown)$|[\\/](?:lib|test|\.github|\.git\w+|\.runkit\w*|bin|benchmark)(?:[\\/]|$)|[\\/]\.[\w.-]+$/;

/**
 * Puts the command line of a build into an extension: the server on the desktop, where the workspace has no journeyc of its own.
 *
 * @param {string} dist the `dist` of a build
 * @param {string} folder the extension
 */
export function addServer(dist, folder) {
  const server = join(folder, "server");
  const isLoaded = (path) => !path.endsWith(".d.ts");
  for (const name of ["cli", "catalogue"]) {
    cpSync(join(dist, name), join(server, name), { recursive: true, filter: isLoaded });
  }
  for (const name of withDependencies(packages)) {
    const from = join(root, "node_modules", name);
    cpSync(from, join(server, "node_modules", name), {
      recursive: true,
      filter: (path) => !unneeded.test(path.slice(from.length)),
    });
  }
}

function withDependencies(names) {
  const all = new Set(names);
  for (const name of all) {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
    for (const each of Object.keys(dependencies)) all.add(each);
  }
  return all;
}

/**
 * Builds the extension into a folder that VS Code can load: one bundle for the desktop, one for browsers.
 *
 * @param {string} folder what was there is gone
 */
export async function buildExtension(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of copied) cpSync(join(source, from), join(folder, to), { recursive: true });
  // VS Code shows no pictures of the package in a README; the walkthrough shows them.
  const readme = readFileSync(join(source, "README.md"), "utf8").replace(/^!\[.*\n\n/gm, "");
  writeFileSync(join(folder, "README.md"), readme);
  await Promise.all([
    build({ ...common, platform: "node", entryPoints: ["src/desktop.ts"], outfile: join(folder, "desktop.js") }),
    build({ ...common, platform: "browser", entryPoints: ["src/web.ts"], outfile: join(folder, "web.js") }),
    build({ ...common, ...pages, outdir: join(folder, "pages") }),
    buildWorker(join(folder, "server", "worker.js")),
  ]);
}

/** The pages of web views. */
const pages = {
  platform: "browser",
  format: "esm",
  entryPoints: ["preview", "simulate"].flatMap((name) => [
    { in: `src/${name}/page.ts`, out: name },
    { in: `src/${name}/page.css`, out: name },
  ]),
};
