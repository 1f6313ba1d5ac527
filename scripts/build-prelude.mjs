import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the code that runs inside the script sandbox, one text for each generation of the platform's engine, into
 * `src/simulate/scripts/prelude.generated.ts`. Run it after a change in `src/simulate/scripts/prelude`; a test compares.
 */
const root = join(import.meta.dirname, "..");
const target = join(root, "src", "simulate", "scripts", "prelude.generated.ts");
const generations = { legacy: "legacy.ts", nextGeneration: "next-generation.ts" };

/** The text of the module that is written. */
export async function preludeModule() {
  const texts = await Promise.all(Object.values(generations).map(bundle));
  const lines = Object.keys(generations).map(
    (name, index) => `export const ${name}: string = ${JSON.stringify(texts[index])};`,
  );
  return `// Made by scripts/build-prelude.mjs from src/simulate/scripts/prelude; do not edit.\n${lines.join("\n")}\n`;
}

async function bundle(entry) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join("src", "simulate", "scripts", "prelude", entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "prelude",
    target: "es2023",
    platform: "neutral",
    legalComments: "none",
    charset: "ascii",
    logLevel: "warning",
  });
  // The host calls the value of the bundle; the script's globals keep nothing of it.
  const [file] = result.outputFiles;
  return `(()=>{${file.text.trim()}return prelude.default})()`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const text = await preludeModule();
  if (readFileSync(target, { encoding: "utf8", flag: "a+" }) !== text) writeFileSync(target, text);
}
