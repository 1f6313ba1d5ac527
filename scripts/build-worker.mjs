import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { compiledSchemas } from "./compile-schemas.mjs";
import { grammarEngine } from "./grammar-engine.mjs";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pathOf = createRequire(import.meta.url).resolve;

/** Builds the language server as a web worker: one file with the catalogue, ajv and QuickJS in it, which needs no other. */
export function buildWorker(outfile) {
  return build({
    bundle: true,
    absWorkingDir: root,
    entryPoints: ["src/language-server/worker/worker.ts"],
    outfile,
    format: "iife",
    platform: "browser",
    target: "es2023",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    loader: { ".wasm": "binary" },
    define: {
      JOURNEYC_VERSION: JSON.stringify(version),
      "import.meta.url": '"file:///worker.js"',
      "import.meta.dirname": '""',
    },
    plugins: [grammarEngine, compiledSchemas, forWorkers],
  });
}

const variant = "@jitl/quickjs-wasmfile-release-sync";

/** Puts what browsers have in the place of what only Node has. */
const forWorkers = {
  name: "for-workers",
  setup(builder) {
    builder.onResolve({ filter: /^node:path$/ }, () => ({ path: pathOf("path-browserify") }));
    builder.onResolve({ filter: /^journeyc-catalogue$/ }, ({ path }) => ({ path, namespace: "catalogue" }));
    builder.onLoad({ filter: /./, namespace: "catalogue" }, () => ({ contents: catalogueModule(), loader: "js" }));
    builder.onResolve({ filter: new RegExp(`^${variant}$`) }, ({ importer }) =>
      importer.endsWith("quickjs-variant.ts")
        ? undefined
        : { path: join(root, "src", "language-server", "worker", "quickjs-variant.ts") },
    );
  },
};

/** The catalogue as a module. JSON in a text is read faster than the same as code. */
function catalogueModule() {
  const source = join(root, "catalogue");
  const types = readdirSync(source)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(source, file), "utf8")))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(types.map((type) => [type.id, type])));
  return `export const catalogue = JSON.parse(${JSON.stringify(text)});\n`;
}
