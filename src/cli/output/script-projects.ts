import { relative, sep } from "node:path";
import { type ScriptGeneration, scriptGenerations } from "../../rhino/bindings.js";

/**
 * The text of a `jsconfig` for the script files of one engine, given by absolute paths. Each file is a module of its own, so that names
 * of one script are not known in another. The library is what Rhino 1.7.14 has of the standard, and nothing of a browser.
 */
export function scriptProject(generation: ScriptGeneration, folder: string, files: readonly string[]): string {
  return json({
    compilerOptions: {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: false,
      target: "es2020",
      lib: ["es2017", "es2019.object", "es2019.string", "es2020.bigint"],
      types: [],
      module: "esnext",
      moduleResolution: "bundler",
      moduleDetection: "force",
    },
    files: ["common.d.ts", `${generation}.d.ts`, ...files.map((file) => pathFrom(folder, file)).sort()],
  });
}

export function scriptProjectName(generation: ScriptGeneration): string {
  return `jsconfig.${generation}.json`;
}

/** The paths of the projects of both engines from a folder, as `references` of a `jsconfig.json` or `tsconfig.json` there name them. */
export function projectReferences(root: string, folder: string): readonly { readonly path: string }[] {
  return scriptGenerations.map((generation) => ({
    path: `${pathFrom(root, folder)}/${scriptProjectName(generation)}`,
  }));
}

/** The text of the `jsconfig.json` by which an editor finds the projects of both engines. */
export function rootProject(references: readonly object[]): string {
  return json({ files: [], references });
}

function pathFrom(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join("/");
  return path.startsWith("../") ? path : `./${path}`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
