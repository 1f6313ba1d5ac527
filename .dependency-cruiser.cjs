const { readdirSync } = require("node:fs");
const { join } = require("node:path");

const core = ["text", "json-schema", "diagnostics", "rhino", "syntax", "catalogue", "model"];

/** The layers of docs/architecture.md, in its order: imports go one way. */
const layers = {
  text: [],
  "json-schema": ["text"],
  diagnostics: ["text"],
  rhino: ["text"],
  syntax: ["text", "diagnostics"],
  catalogue: ["text", "json-schema", "diagnostics"],
  // A `raw` block is written in the shape of an export: of the codec, the names of its sections are known to all.
  model: ["text", "json-schema", "diagnostics", "rhino", "syntax", "catalogue", "export-json/sections.ts"],
  layout: core,
  "export-json": [...core, "layout"],
  "config-folder": [...core, "export-json"],
  // A text with `raw` stands for an export that only the codec can write.
  check: [...core, "layout", "export-json"],
  format: core,
  prettier: ["text", "diagnostics", "syntax", "format"],
  // What compiled machines import stands alone: no parser, no compiler.
  runtime: ["text"],
  machine: [...core, "runtime"],
  write: [...core, "runtime", "machine", "layout", "export-json/sections.ts"],
  import: [...core, "layout", "export-json", "write", "format"],
  diff: [...core, "layout", "export-json", "check", "write", "format", "import"],
  requires: core,
  describe: [...core, "check", "write", "diff", "requires"],
  simulate: [...core, "runtime", "machine"],
  scenarios: [...core, "runtime", "machine", "simulate", "format", "write"],
  // What tests put in place of the world is judged as a file of it is.
  serve: [...core, "runtime", "machine", "simulate", "configuration/read-world.ts", "layout", "write"],
  compile: [...core, "check", "export-json", "config-folder", "machine", "write"],
  vitest: [...core, "runtime", "simulate", "scenarios", "compile"],
  configuration: [...core, "check", "runtime", "compile"],
  project: [...core, "export-json", "config-folder", "check", "runtime", "machine", "compile", "configuration"],
};
layers.language = Object.keys(layers).filter((folder) => !["prettier", "vitest", "requires"].includes(folder));
layers["language-server"] = [...layers.language, "language"];
layers.mcp = Object.keys(layers).filter(
  (folder) => !["prettier", "vitest", "language", "language-server"].includes(folder),
);
layers.cli = Object.keys(layers).filter((folder) => folder !== "prettier" && folder !== "vitest");
layers.bundlers = [...core, "export-json", "runtime", "machine", "write", "project"];

for (const { name } of readdirSync(join(__dirname, "src"), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
)) {
  if (!Object.hasOwn(layers, name)) throw new Error(`src/${name} has no layer in .dependency-cruiser.cjs`);
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `layer-${layer}`,
      comment: `src/${layer} may import ${allowed.map((name) => `src/${name}`).join(", ") || "nothing else of src"}`,
      severity: "error",
      from: { path: `^src/${layer}/` },
      to: { path: "^src/", pathNot: `^src/(${[layer, ...allowed].join("|")})(/|$)` },
    })),
    {
      name: "pure-core",
      comment:
        "Only the command line, the plugins of bundlers and what opens projects touch the machine; docs/architecture.md names the exceptions, which ask Node for what they need",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(cli|project|bundlers|mcp)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "heavy-modules",
      comment:
        "ts-morph and prettier take a second to load: only the machine writer may ask for them, and fmt where there is an .editorconfig",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(write/machine/|cli/input/line-ends\\.ts$)" },
      // The Prettier plugin knows Prettier's types alone.
      to: { path: "node_modules/(ts-morph|prettier)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "schemas",
      comment: "ajv is loaded for foreign schemas; for those of the package, the build puts compiled code in its place",
      severity: "error",
      from: {
        path: "^src/",
        pathNot:
          "^src/(json-schema/schema-checker|configuration/validators|language-server/worker/node-stand-in)\\.ts$",
      },
      to: { path: "node_modules/ajv" },
    },
    {
      name: "script-parser",
      comment: "acorn is loaded at the first script, in one place; the web worker carries it",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(rhino/parse-script|language-server/worker/node-stand-in)\\.ts$" },
      to: { path: "node_modules/acorn/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "script-sandbox",
      comment: "QuickJS is loaded at the first script, in one place; the web worker carries it",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(simulate/scripts|language-server/worker)/" },
      to: { path: "node_modules/(quickjs-emscripten-core|@jitl)/" },
    },
    {
      name: "sandboxed-code-stands-alone",
      comment: "The prelude runs inside the sandbox and is bundled as text; what Rhino lacks is data of its own",
      severity: "error",
      from: { path: "^src/simulate/scripts/prelude/" },
      to: { path: "^src/", pathNot: "^src/(simulate/scripts/prelude/|rhino/(dialect|refused-pattern)\\.ts$)" },
    },
    {
      name: "bundlers",
      comment:
        "Bundlers are optional peers: of them, only types are known, and unplugin is loaded by their plugins alone",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/bundlers/journey-plugin\\.ts$" },
      to: {
        path: "node_modules/(unplugin|vite|rollup|rolldown|webpack|esbuild|@rspack/core)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nobody-imports-the-shell",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    {
      name: "resolvable",
      comment: "The build makes the module with the catalogue for the web worker",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^journeyc-catalogue$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
