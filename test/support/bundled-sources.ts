import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { projectRoot } from "./read-project.js";
import { temporaryFolder } from "./temporary-folder.js";

/**
 * Loads sources as modules of their own, whose state no other test shares, and with Chevrotain where Vitest puts our engine.
 * @param contents a module that exports what is wanted, with paths from the root of the repository
 */
export async function bundledSources<Exports>(contents: string): Promise<Exports> {
  const outfile = join(temporaryFolder(), "bundle.mjs");
  await build({
    stdin: { contents, resolveDir: projectRoot, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "error",
    outfile,
  });
  return await import(/* @vite-ignore */ pathToFileURL(outfile).href);
}
