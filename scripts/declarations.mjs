import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { builtFrom, sourcesHash } from "./built-from.mjs";
import { commonJsEntries, commonJsRuntime } from "./commonjs-runtime.mjs";

// TypeScript knows paths with `/` only, also on Windows.
const root = join(import.meta.dirname, "..").replaceAll("\\", "/");
/** The folder beside whose sources declarations are thought to lie. */
export const sources = posix.join(root, "src");

/** The source of each entry of the package that is compiled and has declarations, by the name under which it is imported. */
export function packageEntries() {
  const { name, exports } = JSON.parse(readFileSync(posix.join(root, "package.json"), "utf8"));
  return new Map(
    Object.entries(exports)
      .filter(([, { types }]) => types?.startsWith("./dist/"))
      .map(([entry, { types }]) => [
        name + entry.slice(1),
        posix.join(root, types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts")),
      ]),
  );
}

/**
 * The declarations that TypeScript writes for the entries, given by their sources, and for the files that their declarations import, by
 * path. Most files of `src` are not among them: nobody outside can name what they declare.
 */
export function writeDeclarations(entries = [...packageEntries().values()]) {
  const settings = declarationSettings();
  const waiting = [...entries];
  const program = ts.createProgram([...waiting], settings);
  const declarations = new Map();
  for (const path of waiting) {
    program.emit(program.getSourceFile(path), (file, text) => declarations.set(file, text));
    const text = declarations.get(path.replace(/\.ts$/, ".d.ts"));
    if (text === undefined) throw new Error(`TypeScript writes no declaration of ${path}: npm run typecheck says why`);
    const { importedFiles } = ts.preProcessFile(text);
    for (const { fileName } of importedFiles.filter(({ fileName }) => fileName.startsWith("."))) {
      const imported = posix.join(posix.dirname(path), fileName.replace(/\.js$/, ".ts"));
      if (!waiting.includes(imported)) waiting.push(imported);
    }
  }
  return declarations;
}

export function declarationSettings() {
  const { config } = ts.readConfigFile(posix.join(root, "tsconfig.build.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: sources };
}

/** The same declarations, from `dist` where that was built from the sources as they are. */
export function readOrWriteDeclarations() {
  const dist = posix.join(root, "dist");
  if (builtFrom(dist) !== sourcesHash()) return writeDeclarations();
  const files = readdirSync(dist, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
  const isCopy = (file) => [commonJsRuntime, commonJsEntries].some((folder) => file.startsWith(`${folder}/`));
  const own = files.filter((file) => file.endsWith(".d.ts") && !isCopy(file));
  return new Map(own.map((file) => [posix.join(sources, file), readFileSync(posix.join(dist, file), "utf8")]));
}

/**
 * The declaration files of the package, by path in its `dist`. They are there more than once, because TypeScript takes a declaration for an ES
 * module or for CommonJS by the folder that it lies in, and lets CommonJS import none of an ES module.
 */
export function declarationFiles(declarations) {
  const files = new Map();
  for (const [path, text] of declarations) {
    const inside = posix.relative(sources, path);
    files.set(inside, text);
    files.set(`${commonJsEntries}/${inside}`, text);
    if (inside.startsWith("runtime/")) files.set(inside.replace("runtime", commonJsRuntime), text);
  }
  return files;
}
