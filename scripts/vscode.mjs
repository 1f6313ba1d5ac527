import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { addServer, buildExtension } from "./build-extension.mjs";
import { packVsix } from "./vsix.mjs";

/** Builds the VS Code extension and packs it: `npm run vscode`. */
const root = join(import.meta.dirname, "..");
const out = join(root, "editors", "vscode", "dist");
const extension = join(out, "extension");

// The server of the desktop is the package, built from the present sources.
await import("./prepare.mjs");
await buildExtension(extension);
addServer(join(root, "dist"), extension);
const { name, version } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
const file = join(out, `${name}-${version}.vsix`);
const bytes = packVsix(extension);
writeFileSync(file, bytes);
process.stdout.write(`${relative(root, file)}, ${Math.round(bytes.length / 1024)} KB\n`);
