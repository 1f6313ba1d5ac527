import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const source = join(root, "editors", "vscode");

const common = {
  bundle: true,
  absWorkingDir: source,
  format: "cjs",
  target: "es2022",
  external: ["vscode"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

/** What is taken as it is, from the extension's folder unless it is said. */
const copied = new Map([
  ["package.json", "package.json"],
  ["README.md", "README.md"],
  ["language-configuration.json", "language-configuration.json"],
  ["snippets", "snippets"],
  ["images", "images"],
  ["../../grammar/journey.tmLanguage.json", "journey.tmLanguage.json"],
  ["../../LICENSE", "LICENSE.txt"],
]);

/**
 * Builds the extension into a folder that VS Code can load: one bundle for the desktop, one for browsers.
 *
 * @param {string} folder what was there is gone
 */
export async function buildExtension(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of copied) cpSync(join(source, from), join(folder, to), { recursive: true });
  await Promise.all([
    build({ ...common, platform: "node", entryPoints: ["src/desktop.ts"], outfile: join(folder, "desktop.js") }),
    build({ ...common, platform: "browser", entryPoints: ["src/web.ts"], outfile: join(folder, "web.js") }),
  ]);
}
