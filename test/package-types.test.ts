import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checkPackage, Package } from "@arethetypeswrong/core";
import { publint } from "publint";
import { beforeAll, expect, it } from "vitest";
import { declarationFiles, readOrWriteDeclarations } from "../scripts/declarations.mjs";
import { builtFolder } from "./support/built-package.js";
import { filesBelow } from "./support/files-below.js";
import { projectRoot } from "./support/read-project.js";

const manifest = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));

/** The files of the package that tools for packages look at: what is built, the declarations, and the manifest. */
const files: Record<string, string> = {};

beforeAll(() => {
  for (const file of ["package.json", "client.d.ts", "README.md", "bin/journeyc.cjs"])
    files[file] = readFileSync(join(projectRoot, file), "utf8");
  for (const [path, text] of Object.entries(filesBelow(join(builtFolder(), "dist")))) {
    const name = path.replaceAll("\\", "/");
    if (/\.(?:[cm]?js|json)$/.test(name) && !name.startsWith("catalogue/")) files[`dist/${name}`] = text;
  }
  for (const [path, text] of Object.entries(filesBelow(join(projectRoot, "schema")))) files[`schema/${path}`] = text;
  for (const [path, text] of declarationFiles(readOrWriteDeclarations())) files[`dist/${path}`] = text;
});

it("publint finds nothing", async () => {
  const packed = Object.entries(files).map(([name, text]) => ({ name: `package/${name}`, data: text }));
  const { messages } = await publint({ pkgDir: "package", strict: true, pack: { files: packed } });
  expect(messages).toEqual([]);
});

/** vitest cannot be required itself, and the types of journeyc/client declare modules without being one. */
const modulesAlone = ["./vitest", "./client"];

it("the types of each entry are right for ES modules and for CommonJS, in every way of finding modules", async () => {
  const own = Object.entries(files).map(([name, text]) => [`/node_modules/journeyc/${name}`, text]);
  const checked = await checkPackage(new Package(Object.fromEntries(own), "journeyc", manifest.version));
  if (checked.types === false) throw new Error("there are no types");
  const found = checked.problems.filter(
    (problem) =>
      !("entrypoint" in problem && problem.kind === "CJSResolvesToESM" && modulesAlone.includes(problem.entrypoint)),
  );
  expect(found).toEqual([]);
});

it("CommonJS requires the same functions as ES modules import", async () => {
  const require = createRequire(import.meta.url);
  const dist = join(builtFolder(), "dist");
  const required = Object.entries<{ require?: { default: string }; default?: string }>(manifest.exports).filter(
    ([entry, target]) => target.require !== undefined && entry !== "./runtime",
  );
  expect(required.map(([entry]) => entry)).toEqual([
    ".",
    "./prettier",
    "./serve",
    "./vite",
    "./rollup",
    "./rolldown",
    "./webpack",
    "./rspack",
    "./esbuild",
  ]);
  for (const [entry, target] of required) {
    const [common, module] = [target.require?.default ?? "", target.default ?? ""].map((path) =>
      require(join(dist, path.replace("./dist/", ""))),
    );
    // Node adds a mark for compilers where a module has a default.
    const names = Object.keys(module).filter((name) => name !== "__esModule");
    expect([entry, Object.keys(common)]).toEqual([entry, names]);
    for (const name of names) expect(common[name]).toBe(module[name]);
  }
});
