import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { buildCatalogue } from "./build-catalogue.mjs";
import { buildWorker } from "./build-worker.mjs";
import { noteSources, sourcesHash } from "./built-from.mjs";
import { commonJsEntries, commonJsPackage, commonJsRuntime } from "./commonjs-runtime.mjs";
import { compiledSchemas } from "./compile-schemas.mjs";
import { grammarEngine } from "./grammar-engine.mjs";

/**
 * Builds the package into `dist` (or `--out DIR`): the library and the runtime as ES modules with declarations, the
 * command line as CommonJS for V8's code cache. Why so: docs/decisions/bundling-and-code-cache.md.
 */
const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { out: { type: "string" }, "no-types": { type: "boolean" } } });
const target = resolve(root, values.out ?? "dist");
/** The build is made here and renamed when it is complete, so that a program that runs from the target never finds half of it. */
const out = `${target}.new`;
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** These packages are not bundled: they are loaded from node_modules when they are needed. */
const external = [
  "ts-morph",
  "prettier",
  "prettier/*",
  "vitest",
  "unplugin",
  "quickjs-emscripten-core",
  "@jitl/quickjs-wasmfile-release-sync",
];

/** Modules that get a file of their own, which the command line loads on first use: most runs never need them. */
const separate = new Map([
  ["src/write/machine/write-machine.ts", "write-machine.cjs"],
  ["src/simulate/scripts/create-script-host.ts", "script-host.cjs"],
  ["src/language-server/stdio.ts", "language-server.cjs"],
  ["src/cli/serve/start-server.ts", "server.cjs"],
  ["src/cli/serve/smtp-delivery.ts", "smtp-delivery.cjs"],
  ["src/mcp/serve-stdio.ts", "mcp-server.cjs"],
]);

/** What the launcher loads: all commands, and what is enough for most builds of a project that was built before. */
const programs = new Map([
  ["main.cjs", "src/cli/process/run-program.ts"],
  ["rebuild.cjs", "src/cli/cache/rebuild.ts"],
]);

const common = {
  bundle: true,
  absWorkingDir: root,
  target: "node20.19",
  logLevel: "warning",
  legalComments: "none",
  sourcemap: false,
};

const commonJs = {
  ...common,
  format: "cjs",
  platform: "node",
  // The launcher reads the bundle as Latin-1; see `escapeBeyondAscii`.
  charset: "ascii",
  // CommonJS has no `import.meta`. Our own code allows for that; libraries pass its `url` to `createRequire`, which takes a file name too.
  define: { "import.meta.url": "__filename" },
  logOverride: { "empty-import-meta": "silent" },
};

async function buildAll() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "cli"), { recursive: true });
  await Promise.all([
    buildCatalogue(join(out, "catalogue")),
    buildLibrary(),
    buildRuntime(),
    buildProgram(),
    buildLauncher(),
    buildWorker(join(out, "language-server", "worker.js")),
  ]);
  rmSync(target, { recursive: true, force: true });
  renameSync(out, target);
  if (!values["no-types"]) await buildDeclarations();
}

const bundlers = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"].map((name) => `bundlers/${name}`);

function buildLibrary() {
  writeCommonJsEntries();
  return build({
    ...common,
    format: "esm",
    platform: "node",
    splitting: true,
    external,
    plugins: [grammarEngine, compiledSchemas],
    entryPoints: [
      "src/index.ts",
      "src/prettier/index.ts",
      "src/vitest/index.ts",
      "src/serve/index.ts",
      ...bundlers.map((name) => `src/${name}.ts`),
    ],
    outbase: "src",
    outdir: out,
    chunkNames: "chunks/[name]-[hash]",
  });
}

/** For those who have to say `require`, such as a webpack.config.js: one copy of the compiler is enough. vitest itself cannot be required. */
function writeCommonJsEntries() {
  for (const name of ["index", "prettier/index", "serve/index", ...bundlers]) {
    const file = join(out, commonJsEntries, `${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    const way = relative(dirname(file), join(out, `${name}.js`)).replaceAll("\\", "/");
    const required = `require(${JSON.stringify(way)})`;
    // Who reads the file without running it sees the default export, as the types promise it.
    const text = bundlers.includes(name)
      ? `Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = ${required}.default;\n`
      : `module.exports = ${required};\n`;
    writeFileSync(file, `"use strict";\n${text}`);
  }
  writeFileSync(join(out, commonJsEntries, "package.json"), commonJsPackage);
}

/** The runtime comes as an ES module and as CommonJS, for applications and test runners that know only the latter. */
function buildRuntime() {
  const forms = [
    ["esm", "runtime"],
    ["cjs", commonJsRuntime],
  ];
  const builds = forms.map(([format, folder]) =>
    build({
      ...common,
      format,
      platform: "neutral",
      entryPoints: ["src/runtime/index.ts"],
      outfile: join(out, folder, "index.js"),
    }),
  );
  mkdirSync(join(out, commonJsRuntime), { recursive: true });
  writeFileSync(join(out, commonJsRuntime, "package.json"), commonJsPackage);
  return Promise.all(builds);
}

async function buildProgram() {
  const chunks = [...separate].map(([entryPoint, file]) =>
    build({
      ...commonJs,
      external,
      plugins: [separateModules, grammarEngine, compiledSchemas],
      entryPoints: [entryPoint],
      outfile: join(out, "cli", file),
      minifyWhitespace: true,
      minifySyntax: true,
    }),
  );
  const main = [...programs].map(([file, entryPoint]) =>
    build({
      ...commonJs,
      external,
      entryPoints: [entryPoint],
      outfile: join(out, "cli", file),
      // A script that was compiled from a code cache has no `import()` of its own; see `Host.importModule`.
      supported: { "dynamic-import": false },
      plugins: [separateModules, grammarEngine, compiledSchemas],
      // Names stay as they are, so that reports of defects can be read; the small program leaves reports to the other one.
      minifyIdentifiers: file !== "main.cjs",
      minifyWhitespace: true,
      minifySyntax: true,
      // The launcher loads this function. If it wrapped the text at each start instead, it would copy it twice.
      banner: { js: "(function (exports, require, module, __filename, __dirname) {" },
      footer: { js: "})" },
    }),
  );
  await Promise.all([...chunks, ...main]);
  for (const file of [...programs.keys(), ...separate.values()]) escapeBeyondAscii(join(out, "cli", file));
}

/** esbuild leaves patterns as they are written, whatever the charset: read as Latin-1, `→` would be three other characters. */
function escapeBeyondAscii(file) {
  const text = readFileSync(file, "utf8");
  const escaped = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  if (escaped !== text) writeFileSync(file, escaped);
}

/** Makes imports of the modules in `separate` load their own files. */
const separateModules = {
  name: "separate-modules",
  setup(builder) {
    builder.onResolve({ filter: /\.js$/ }, ({ path, kind, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      for (const [module, file] of separate) {
        if (resolve(resolveDir, path.replace(/\.js$/, ".ts")) === join(root, module)) {
          return { path: `./${file}`, external: true };
        }
      }
      return undefined;
    });
  },
};

async function buildLauncher() {
  const file = join(out, "cli", "journeyc.cjs");
  await build({
    ...commonJs,
    entryPoints: ["src/cli/process/launcher.ts"],
    outfile: file,
    minifySyntax: true,
    banner: { js: "#!/usr/bin/env node" },
    define: {
      ...commonJs.define,
      JOURNEYC_VERSION: JSON.stringify(version),
      JOURNEYC_SOURCES: JSON.stringify(sources.slice(0, 16)),
    },
  });
  chmodSync(file, 0o755);
}

/** Writes the declarations of the entries. Type errors do not stop the build: `npm run typecheck` reports them. */
async function buildDeclarations() {
  const { declarationFiles, writeDeclarations } = await import("./declarations.mjs");
  for (const [path, text] of declarationFiles(writeDeclarations())) {
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const sources = sourcesHash();
await buildAll();
if (!values["no-types"]) noteSources(target, sources);
