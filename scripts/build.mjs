import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { buildCatalogue } from "./build-catalogue.mjs";
import { grammarEngine } from "./grammar-engine.mjs";

/**
 * Builds the package into `dist` (or `--out DIR`): the library and the runtime as ES modules with declarations, the
 * command line as CommonJS with V8's code cache. Why so: docs/decisions/bundling-and-code-cache.md.
 */
const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { out: { type: "string" }, "no-types": { type: "boolean" } } });
const target = resolve(root, values.out ?? "dist");
/** Takes the target's place when the programs are there, so that what runs from it never sees half a build. */
const out = `${target}.new`;
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Loaded from node_modules when they are asked for. */
const external = [
  "ts-morph",
  "prettier",
  "prettier/*",
  "vitest",
  "quickjs-emscripten-core",
  "@jitl/quickjs-wasmfile-release-sync",
];

/** Modules that become files of their own in the command line, because most commands never need them. */
const separate = new Map([
  ["src/write/machine/write-machine.ts", "write-machine.cjs"],
  ["src/simulate/scripts/create-script-host.ts", "script-host.cjs"],
]);

const isCommand = (importer) => /commands[\\/]index\.ts$/.test(importer);

/**
 * The programs of the command line, and what is left out of them. `main` has all; `check`, `build` and the help are asked for
 * most, and what a start costs grows with the size of the program.
 */
const programs = {
  main: undefined,
  build: (_path, importer) => isCommand(importer),
  // Without any module that is loaded later, esbuild makes one scope of all: 140 KB less of code cache.
  check: () => true,
  help: () => true,
};

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
  // The launcher reads the bundle as Latin-1.
  charset: "ascii",
  // `import.meta` is empty in CommonJS: our own code knows, and what a library wants of it is good for `createRequire`.
  define: { "import.meta.url": "__filename" },
  logOverride: { "empty-import-meta": "silent" },
};

async function buildAll() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "cli"), { recursive: true });
  await Promise.all([buildCatalogue(join(out, "catalogue")), buildLibrary(), buildRuntime(), buildProgram()]);
  await buildLauncher();
  rmSync(target, { recursive: true, force: true });
  renameSync(out, target);
  writeCodeCache();
  if (!values["no-types"]) writeDeclarations();
}

function buildLibrary() {
  return build({
    ...common,
    format: "esm",
    platform: "node",
    splitting: true,
    external,
    plugins: [grammarEngine],
    entryPoints: ["src/index.ts", "src/prettier/index.ts", "src/vitest/index.ts"],
    outbase: "src",
    outdir: out,
    chunkNames: "chunks/[name]-[hash]",
  });
}

function buildRuntime() {
  return build({
    ...common,
    format: "esm",
    platform: "neutral",
    entryPoints: ["src/runtime/index.ts"],
    outfile: join(out, "runtime", "index.js"),
  });
}

function buildProgram() {
  const parts = [...separate].map(([entryPoint, file]) =>
    build({ ...commonJs, external, entryPoints: [entryPoint], outfile: join(out, "cli", file) }),
  );
  const bundles = Object.entries(programs).map(([name, leftOut]) =>
    build({
      ...commonJs,
      external,
      entryPoints: [`src/cli/process/programs/${name}.ts`],
      outfile: join(out, "cli", `${name}.cjs`),
      // A script that was compiled from a code cache has no `import()` of its own; see `Host.importModule`.
      supported: { "dynamic-import": false },
      plugins: [separateModules, grammarEngine, ...(leftOut ? [without(leftOut)] : [])],
      minifyWhitespace: true,
      // A tenth less to load. `main`, which runs under `JOURNEYC_DEBUG`, keeps the names for reports of defects.
      minifyIdentifiers: leftOut !== undefined,
      minifySyntax: true,
      // What the launcher loads is this function: wrapping the text at each start would copy it twice.
      banner: { js: "(function (exports, require, module, __filename, __dirname) {" },
      footer: { js: "})" },
    }),
  );
  return Promise.all([...parts, ...bundles]);
}

/** Leaves modules that are imported when needed out of a program: such an import throws what tells the launcher to take `main`. */
function without(isLeftOut) {
  const contents = `throw Object.assign(new Error("Not in this program"), { code: "JOURNEYC_LEFT_OUT" });`;
  return {
    name: "without",
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ path, kind, importer }) => {
        if (kind !== "dynamic-import" || !isLeftOut(path, importer)) return undefined;
        return { path, namespace: "left-out" };
      });
      builder.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents }));
    },
  };
}

/** Turns imports of the modules in `separate` into loads of their own files. */
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
  const hash = createHash("sha256");
  for (const name of Object.keys(programs)) hash.update(readFileSync(join(out, "cli", `${name}.cjs`)));
  // A cache fits only the flags of V8 that it was made under.
  hash.update(readFileSync(join(root, "src", "cli", "process", "code-cache.ts")));
  const contentHash = hash.digest("hex").slice(0, 12);
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
      JOURNEYC_BUILD: JSON.stringify(contentHash),
    },
  });
  chmodSync(file, 0o755);
  await build({
    ...commonJs,
    entryPoints: ["src/cli/process/warm-code-cache.ts"],
    outfile: join(out, "cli", "warm-code-cache.cjs"),
  });
}

/** Runs each program once over an example, so that its cache holds what a usual run compiles. */
function writeCodeCache() {
  const warm = join(target, "cli", "warm-code-cache.cjs");
  for (const name of Object.keys(programs)) {
    execFileSync(process.execPath, [warm, name, root], { stdio: ["ignore", "ignore", "pipe"] });
  }
  rmSync(warm);
}

/** `npm run typecheck` is where type errors are told; here they must not keep the package from being built. */
function writeDeclarations() {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const settings = ["--noEmit", "false", "--emitDeclarationOnly", "--declaration", "--noEmitOnError", "false"];
  const config = ["--project", join(root, "tsconfig.build.json"), "--outDir", target];
  try {
    execFileSync(process.execPath, [compiler, ...config, ...settings], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
  } catch (error) {
    process.stderr.write(`${error.stdout ?? error}\nDeclarations were written in spite of type errors.\n`);
  }
}

await buildAll();
