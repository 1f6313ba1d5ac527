// Prints what a scripted node costs: `node bench/scripts.mjs`. Floors: the same text as a plain function, and an empty QuickJS context.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { report } from "./measure.mjs";

const root = join(import.meta.dirname, "..");
// Inside the project, so that the bundle finds QuickJS.
const folder = mkdtempSync(join(root, "node_modules", ".bench-scripts-"));
const outfile = join(folder, "scripts.mjs");
await build({
  stdin: {
    contents: `
      export { createScriptHost } from "./src/simulate/scripts/create-script-host.js";
      export { emptyStores, NodeState } from "./src/runtime/node-state.js";
      export { World } from "./src/runtime/world/world.js";`,
    resolveDir: root,
    loader: "ts",
  },
  bundle: true,
  format: "esm",
  platform: "node",
  outfile,
  external: ["quickjs-emscripten-core", "@jitl/quickjs-wasmfile-release-sync"],
  logLevel: "error",
});
const { createScriptHost, emptyStores, NodeState, World } = await import(pathToFileURL(outfile).href);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const helper = Array.from(
  { length: 40 },
  (_, index) => `function step${index}(value) {\n  return value + ${index};\n}`,
).join("\n");
const bodies = {
  "1.0": `${helper}
    var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action);
    var level = nodeState.get("level").asInteger();
    for (var i = 0; i < 100; i++) level = step1(level);
    nodeState.putShared("result", level);
    action = fr.Action.goTo("true").build();`,
  "2.0": `${helper}
    let level = nodeState.get("level");
    for (let i = 0; i < 100; i++) level = step1(level);
    nodeState.putShared("result", level);
    action.goTo("true");`,
};

function contextOf() {
  const stores = emptyStores();
  stores.shared.set("level", 1);
  return {
    journey: { id: "J", identityResource: "managed/alpha_user", mustRun: false, inner: false },
    node: { name: "n", id: "n", type: "ScriptedDecisionNode", version: "1.0", displayName: "N", outcomes: ["true"] },
    state: new NodeState(stores),
    callbacks: [],
    world: new World({}),
    resumed: false,
    resumeUri: () => "",
    findLibrary: () => undefined,
  };
}

async function measure(run, passes) {
  const start = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / passes;
}

for (const evaluatorVersion of ["1.0", "2.0"]) {
  const body = bodies[evaluatorVersion];
  const script = { id: "s", name: "s", title: "S", body, evaluatorVersion, context: "", properties: {} };
  const host = createScriptHost();
  const run = () => host.run(script, contextOf());
  report(`first script of engine ${evaluatorVersion}, CPU`, await measure(run, 1), "ms", 300);
  await measure(run, 100);
  report(`a script of 45 lines after that, CPU`, await measure(run, 500), "ms", 3);
}

const require = createRequire(import.meta.url);
const core = require("quickjs-emscripten-core");
const quickjs = await core.newQuickJSWASMModuleFromVariant(require("@jitl/quickjs-wasmfile-release-sync").default);
const bare = () => {
  const context = quickjs.newContext();
  context.unwrapResult(context.evalCode(`${helper}; 1`)).dispose();
  context.dispose();
};
await measure(bare, 100);
report("an empty QuickJS context and the helpers, CPU", await measure(bare, 500), "ms", 3);
report("peak memory of this process", process.resourceUsage().maxRSS / 1024, "MB", 250);
