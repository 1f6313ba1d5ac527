import type { CatalogueStore } from "./catalogue-store.js";
import type { NodeType } from "./node-type.js";

/**
 * Opens the catalogue that `scripts/build-catalogue.mjs` wrote to `dist/catalogue`. This is the one place of the core
 * that reads files; why, and why in this way: `docs/decisions/catalogue-loading.md`.
 */
export function openFileStore(): CatalogueStore {
  const { existsSync, readFileSync } = process.getBuiltinModule("node:fs");
  const { dirname, join } = process.getBuiltinModule("node:path");

  // `import.meta.dirname` is empty in the bundled command line, which is a CommonJS file.
  const folder = findFolder(import.meta.dirname ?? __dirname, dirname, (candidate) =>
    // Beside the built program, or, when the sources run, in the folder that the build writes.
    [join(candidate, "catalogue"), join(candidate, "dist", "catalogue")].find((path) =>
      existsSync(join(path, "index.json")),
    ),
  );
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as { readonly ids: readonly string[] };
  return {
    ids: index.ids,
    loadType: (id) => JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as NodeType,
  };
}

/** Goes from the module's own folder upwards: the depth differs between `src`, the library and the command line. */
function findFolder(
  start: string,
  parentOf: (folder: string) => string,
  look: (folder: string) => string | undefined,
): string {
  let folder = start;
  for (;;) {
    const found = look(folder);
    if (found !== undefined) return found;
    const parent = parentOf(folder);
    if (parent === folder) break;
    folder = parent;
  }
  throw new Error(`No dist/catalogue above ${start}: run \`npm run build\``);
}
