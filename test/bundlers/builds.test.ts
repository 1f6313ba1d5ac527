import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { appFolder, exampleFolder, outer, script } from "./app-folder.js";
import { bundlers } from "./bundlers.js";

/** The packages that bring a program for each system; npm leaves it out where there is none. */
const native: Readonly<Record<string, string>> = {
  rspack: "@rspack/core",
  rolldown: "rolldown",
  vite: "vite",
  rollup: "rollup",
};

describe.each(Object.keys(bundlers))("the plugin for %s", (name) => {
  const build = bundlers[name]!;

  it("builds an app that drives a journey", async (context) => {
    await skipWithout(native[name], name, context);
    const folder = appFolder();
    const { errors, warnings, watched } = await build(folder);
    expect([errors, warnings]).toEqual([[], []]);
    const { run } = await import(pathToFileURL(join(folder, "out", "app.js")).href);
    const { mermaid, svg, ...ran } = await run();
    expect(ran).toEqual({
      walked: ["Ask", "Judge"],
      status: "success",
      isSame: true,
      trees: ["Outer"],
      script,
    });
    expect(mermaid).toMatch(/^flowchart LR\n/);
    expect(svg).toMatch(/^<svg .*<\/svg>\s*$/s);
    const files = ["Inner.journey", "Outer.journey", join("scripts", "judge.js")].map((file) =>
      join(folder, "journeys", file),
    );
    if (watched !== undefined) expect(watched).toEqual(expect.arrayContaining(files));
  });

  it("tells errors as its own, each with its line", async (context) => {
    await skipWithout(native[name], name, context);
    const { errors, warnings } = await build(
      importing(outer.replace("-> Judge", "-> Jugde").replace("-> More", "-> Nowhere")),
    );
    const told = errors.join("\n");
    expect(told).toMatch(/Jugde.*\(unresolved-target\)/);
    expect(told).toMatch(/journeys\/Outer\.journey:7:/);
    expect(told).toMatch(/^[ │]*7 [|│] +-> Jugde\n.*(?:\^{5}|~{5})/m);
    expect(told).toMatch(/help: .*Judge/);
    expect(told).toMatch(/journeys\/Outer\.journey:15:.*Nowhere|Nowhere.*\n.*journeys\/Outer\.journey:15:/s);
    expect(warnings).toEqual([]);
  });

  it("tells warnings as its own, once for all imports of a file", async (context) => {
    await skipWithout(native[name], name, context);
    const { errors, warnings } = await build(importing(outer.replace("unknown -> More", "unknown -> failure")));
    expect(errors).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/More.*\(unreachable-node\)/);
    expect(warnings[0]).toMatch(/^[ │]*18 [|│] +node More: InnerTreeEvaluator \{\n.*(?:\^{4}|~{4})/m);
  });
});

describe("docs/bundlers.md", () => {
  const load = (folder: string) => import(pathToFileURL(join(folder, "out", "app.js")).href);
  /** As Node loads it, and not as vitest would, which would take the built package apart. */
  const native = (folder: string, file: string) => createRequire(join(folder, "any.js"))(file);
  const suspended = { status: "suspended", mailedTo: "demo@example.com" };

  it("shows a configuration for Vite, and an app that works", async (context) => {
    await skipWithout("vite", "Vite", context);
    const { build } = await import("vite");
    const folder = exampleFolder();
    await build({
      root: folder,
      configFile: join(folder, "vite.config.js"),
      logLevel: "warn",
      build: { outDir: "out", lib: { entry: "app.js", formats: ["es"], fileName: "app" } },
    });
    expect(await load(folder)).toMatchObject(suspended);
  });

  it("shows a configuration for webpack, as an ES module and as CommonJS", async () => {
    const folder = exampleFolder();
    const { default: webpack } = await import("webpack");
    const { default: config } = native(folder, "./webpack.config.js");
    const output = { path: join(folder, "out"), filename: "app.js", library: { type: "module" } };
    const options = {
      context: folder,
      mode: "development",
      devtool: false,
      experiments: { outputModule: true },
      output,
    } as const;
    await new Promise((done) => webpack({ ...config, ...options }, done));
    expect(await load(folder)).toMatchObject(suspended);
    expect(native(folder, "journeyc/webpack").default()).toHaveProperty("apply");
  });

  it("shows a configuration for Rollup with options, and imports of all forms", async (context) => {
    await skipWithout("rollup", "Rollup", context);
    const folder = exampleFolder();
    const { rollup } = await import("rollup");
    const { plugins } = native(folder, "./rollup.config.js").default;
    const bundle = await rollup({ plugins, input: ["pictures.js", "page.js"].map((file) => join(folder, file)) });
    const { output } = await bundle.write({ dir: join(folder, "out") });
    expect(native(folder, "./out/pictures.js")).toMatchObject({ parts: [["ResetPassword"], "flowchart LR", "<svg"] });
    expect(output.map((each) => ("code" in each ? each.code : "")).join("")).toContain("managed/bravo_user");
  });

  it("shows what the library gives to other programs", () => {
    const folder = exampleFolder();
    const program = 'import * as tool from "./own-tool.js"; process.stdout.write(JSON.stringify(tool))';
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: folder });
    expect(JSON.parse(String(stdout))).toEqual({
      told: "No findings\n",
      written: ["ResetPassword.journey.json", "ResetPassword.mmd"],
      watched: 1,
    });
  });
});

/** A folder whose app imports the journey in two forms. */
function importing(text: string): string {
  const lines = [
    'export { Outer } from "./journeys/Outer.journey";',
    'export { Outer as svg } from "./journeys/Outer.journey?svg";',
  ];
  return appFolder({ "app.js": lines.join("\n"), "journeys/Outer.journey": text });
}

async function skipWithout(module: string | undefined, name: string, context: { skip(note: string): void }) {
  if (module === undefined) return;
  try {
    await import(module);
  } catch (error) {
    const note = `SKIPPED: the plugin for ${name} was not tried, because ${module} does not start here: ${(error as Error).message}`;
    console.warn(note);
    context.skip(note);
  }
}
