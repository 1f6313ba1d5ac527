import { join } from "node:path";
import { builtFrom, sourcesHash } from "./built-from.mjs";

/**
 * Builds the package unless `dist` was built from just these sources: `npx` in a clone runs this again before each first start of
 * the program, without a word. So nothing is loaded before it is known to be needed.
 */
const root = join(import.meta.dirname, "..");
if (builtFrom(join(root, "dist")) !== sourcesHash()) {
  if (hasBuildTools()) await import("./build.mjs");
  else {
    console.error(`journeyc is not built yet. Run first in ${root}: npm ci`);
    process.exitCode = 1;
  }
}

/** Who installs the folder of a clone somewhere else gets its dependencies, but not what it is built with. */
function hasBuildTools() {
  try {
    return import.meta.resolve("esbuild") !== "";
  } catch {
    return false;
  }
}
