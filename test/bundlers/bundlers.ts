import { join } from "node:path";
import esbuildPlugin from "../../src/bundlers/esbuild.js";
import type { JourneyPluginOptions } from "../../src/bundlers/plugin-options.js";
import rolldownPlugin from "../../src/bundlers/rolldown.js";
import rollupPlugin from "../../src/bundlers/rollup.js";
import rspackPlugin from "../../src/bundlers/rspack.js";
import vitePlugin from "../../src/bundlers/vite.js";
import webpackPlugin from "../../src/bundlers/webpack.js";

/** What a bundler says of a build, as it shows it. */
export interface Built {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The files that it would watch; `undefined` where the bundler does not tell. */
  readonly watched: readonly string[] | undefined;
}

/** Builds `app.js` in a folder to `out/app.js`, an ES module. */
type Build = (folder: string, options?: JourneyPluginOptions) => Promise<Built>;

const rollup: Build = async (folder, options) => {
  const { rollup } = await import("rollup");
  return withRollup(async (onLog) => {
    const bundle = await rollup({
      input: join(folder, "app.js"),
      plugins: [rollupPlugin({ root: folder, ...options }), packageOf(folder)],
      onLog: (level, log) => onLog(level, log),
    });
    await bundle.write({ file: join(folder, "out", "app.js") });
    await bundle.close();
    return bundle.watchFiles;
  });
};

const rolldown: Build = async (folder, options) => {
  const { rolldown } = await import("rolldown");
  return withRollup(async (onLog) => {
    const bundle = await rolldown({
      input: join(folder, "app.js"),
      cwd: folder,
      plugins: [rolldownPlugin({ root: folder, ...options })],
      onLog: (level, log) => onLog(level, log),
    });
    await bundle.write({ file: join(folder, "out", "app.js") });
    const watched = await bundle.watchFiles;
    await bundle.close();
    return watched;
  });
};

const vite: Build = async (folder, options) => {
  const { build, createLogger } = await import("vite");
  const warnings: string[] = [];
  const built = await withRollup(async () => {
    await build({
      root: folder,
      configFile: false,
      logLevel: "warn",
      customLogger: { ...createLogger("silent"), warn: (text) => warnings.push(text) },
      plugins: [vitePlugin(options)],
      build: { outDir: "out", minify: false, lib: { entry: "app.js", formats: ["es"], fileName: "app" } },
    });
    return undefined;
  });
  return { ...built, warnings };
};

const esbuild: Build = async (folder, options) => {
  const { build, formatMessages } = await import("esbuild");
  const result = await build({
    entryPoints: ["app.js"],
    absWorkingDir: folder,
    bundle: true,
    format: "esm",
    outdir: "out",
    logLevel: "silent",
    plugins: [esbuildPlugin(options)],
  }).catch((error) => error);
  return {
    errors: await formatMessages(result.errors, { kind: "error" }),
    warnings: await formatMessages(result.warnings, { kind: "warning" }),
    watched: undefined,
  };
};

const webpack: Build = async (folder, options) => {
  const { default: webpack } = await import("webpack");
  return new Promise((done, fail) => {
    webpack(
      {
        context: folder,
        entry: "./app.js",
        mode: "development",
        devtool: false,
        experiments: { outputModule: true },
        output: { path: join(folder, "out"), filename: "app.js", library: { type: "module" } },
        plugins: [webpackPlugin(options)],
      },
      (error, stats) => (stats === undefined ? fail(error) : done(toldBy(stats))),
    );
  });
};

const rspack: Build = async (folder, options) => {
  const { rspack } = await import("@rspack/core");
  return new Promise((done, fail) => {
    rspack(
      {
        context: folder,
        entry: "./app.js",
        mode: "development",
        devtool: false,
        output: { module: true, path: join(folder, "out"), filename: "app.js", library: { type: "module" } },
        plugins: [rspackPlugin(options)],
      },
      (error, stats) => (stats === undefined ? fail(error) : done(toldBy(stats))),
    );
  });
};

/** All bundlers that the package has a plugin for. */
export const bundlers: Readonly<Record<string, Build>> = { esbuild, rolldown, rollup, rspack, vite, webpack };

interface Log {
  readonly message: string;
  readonly frame?: string | undefined;
  readonly loc?: { readonly line: number; readonly column: number } | undefined;
  readonly id?: string | undefined;
}

/** Rollup and Rolldown tell warnings as they come, and reject with the first error. */
async function withRollup(
  build: (onLog: (level: string, log: Log) => void) => Promise<readonly string[] | undefined>,
): Promise<Built> {
  const warnings: string[] = [];
  const shown = ({ message, id, loc, frame }: Log) =>
    [message, ...(loc ? [`${id}:${loc.line}:${loc.column}`] : []), ...(frame === undefined ? [] : [frame])].join("\n");
  try {
    const watched = await build((level, log) => {
      if (level === "warn") warnings.push(shown(log));
    });
    return { errors: [], warnings, watched };
  } catch (error) {
    // Rolldown puts all errors of plugins into one.
    const { errors = [error] } = error as { errors?: readonly Log[] };
    return { errors: errors.map((each) => shown(each as Log)), warnings, watched: undefined };
  }
}

function toldBy(stats: {
  toJson(options: object): { errors?: readonly { message: string }[]; warnings?: readonly { message: string }[] };
  readonly compilation: { readonly fileDependencies: Iterable<string> };
}): Built {
  const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true });
  return {
    errors: errors.map(({ message }) => message),
    warnings: warnings.map(({ message }) => message),
    watched: [...stats.compilation.fileDependencies],
  };
}

/** Rollup finds packages with a plugin only. */
function packageOf(folder: string) {
  return {
    name: "package",
    resolveId: (id: string) =>
      id === "journeyc/runtime" ? join(folder, "node_modules/journeyc/dist/runtime/index.js") : null,
  };
}
