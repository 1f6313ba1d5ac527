import { createUnplugin, type UnpluginContext } from "unplugin";
import { bundlerMessage, textMessage } from "./bundler-message.js";
import { loadForEsbuild } from "./esbuild-loader.js";
import { importedFrom, importedId } from "./imported-form.js";
import { JourneyImports, type LoadedImport } from "./journey-imports.js";
import type { JourneyPluginOptions } from "./plugin-options.js";
import { resolveQueried } from "./resolve-queried.js";

/** The plugin for all bundlers: a layer over the file compiler, which says how each of them is told things. */
export const journeyPlugin = createUnplugin<JourneyPluginOptions | undefined, false>((options = {}, { framework }) => {
  const imports = new JourneyImports(options);
  /** Vite's server watches the file of a module itself, and would take a module for which it is added for one that imports itself. */
  let watchesModules = false;
  return {
    name: "journeyc",
    buildStart: () => imports.forget(),
    watchChange: () => imports.forget(),
    ...(framework !== "esbuild" && {
      load: {
        filter: { id: importedId },
        async handler(id) {
          const imported = importedFrom(id);
          if (imported === undefined) return undefined;
          const loaded = await imports.load(imported.file, imported.form);
          for (const file of loaded.files) if (!watchesModules || file !== imported.file) this.addWatchFile(file);
          tell(loaded, imports.root, framework, this);
          return loaded.code;
        },
      },
    }),
    vite: {
      configResolved({ root, command }) {
        imports.workIn(root);
        watchesModules = command === "serve";
      },
    },
    rollup: { resolveId: resolveQueried },
    rolldown: { resolveId: resolveQueried },
    webpack: ({ context }) => imports.workIn(context),
    rspack: ({ context }) => imports.workIn(context),
    esbuild: { setup: (build) => loadForEsbuild(imports, build) },
  };
});

/**
 * Tells findings in the form of which a bundler shows most: Rolldown and Vite leave out the frame of a warning, and webpack and Rspack all but the
 * message. Rollup, Rolldown and Vite end with the first error.
 */
function tell(
  { errors, warnings, refusal }: LoadedImport,
  root: string,
  framework: string,
  context: UnpluginContext,
): void {
  if (refusal !== undefined) context.error(refusal);
  const takesText = framework === "webpack" || framework === "rspack";
  for (const warning of warnings)
    context.warn(framework === "rollup" ? bundlerMessage(warning, root) : textMessage(warning));
  for (const [index, error] of errors.entries())
    context.error(takesText ? textMessage(error) : bundlerMessage(error, root, errors.slice(index + 1)));
}
