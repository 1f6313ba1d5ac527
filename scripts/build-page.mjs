import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the page of `journeyc serve` as texts into `src/serve/page.generated.ts`, so that a handler without files can send it. Run it
 * after a change in `src/serve/page`; a test compares.
 */
const root = join(import.meta.dirname, "..");
const folder = join(root, "src", "serve", "page");
const target = join(root, "src", "serve", "page.generated.ts");

/** The text of the module that is written. */
export async function pageModule() {
  const texts = {
    documentText: readFileSync(join(folder, "index.html"), "utf8"),
    styleText: readFileSync(join(folder, "page.css"), "utf8"),
    scriptText: await script(),
  };
  const lines = Object.entries(texts).map(([name, text]) => `export const ${name}: string = ${JSON.stringify(text)};`);
  return `// Made by scripts/build-page.mjs from src/serve/page; do not edit.\n${lines.join("\n")}\n`;
}

async function script() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join("src", "serve", "page", "main.tsx")],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2023",
    platform: "browser",
    legalComments: "none",
    charset: "ascii",
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const text = await pageModule();
  if (readFileSync(target, { encoding: "utf8", flag: "a+" }) !== text) writeFileSync(target, text);
}
