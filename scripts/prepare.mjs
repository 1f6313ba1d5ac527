import { join } from "node:path";
import { builtFrom, sourcesHash } from "./built-from.mjs";

/**
 * Builds the package unless `dist` was built from just these sources: `npx` in a clone runs this again before each first start of
 * the program, without a word. So nothing is loaded before it is known to be needed.
 */
if (builtFrom(join(import.meta.dirname, "..", "dist")) !== sourcesHash()) await import("./build.mjs");
