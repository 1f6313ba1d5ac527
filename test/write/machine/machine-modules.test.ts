import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { commonJsPackage, commonJsRuntime } from "../../../scripts/commonjs-runtime.mjs";
import { declarationFiles, readOrWriteDeclarations } from "../../../scripts/declarations.mjs";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const machine = readFileSync(join(projectRoot, "examples", "reset-password", "ResetPassword.machine.ts"), "utf8");
const use = (extension: string) => `import { start, take } from "journeyc/runtime";
import { ResetPassword } from "./ResetPassword.machine${extension}";
export const status: string = take(start(ResetPassword), "AskEmail", "outcome").status;
// @ts-expect-error There is no such outcome.
take(start(ResetPassword), "FindUser", "tru");
`;

/** The package as it is installed, as far as TypeScript looks at its runtime. */
function installed(): Readonly<Record<string, string>> {
  const files = [...declarationFiles(readOrWriteDeclarations())].filter(([path]) => path.startsWith("runtime/"));
  return Object.fromEntries([
    ...files.map(([path, text]) => [`node_modules/journeyc/dist/${path}`, text] as const),
    [`node_modules/journeyc/dist/${commonJsRuntime}/package.json`, commonJsPackage],
    ["node_modules/journeyc/package.json", readFileSync(join(projectRoot, "package.json"), "utf8")],
  ]);
}

/** The declarations of the language itself, which are the same for all. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function problems(folder: string, uses: string, options: ts.CompilerOptions): readonly string[] {
  const all: ts.CompilerOptions = {
    ...options,
    strict: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    ignoreDeprecations: "6.0",
  };
  const host = ts.createCompilerHost(all);
  const { getSourceFile } = host;
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (name, version, ...rest) => {
    if (name.startsWith(folder)) return getSourceFile(name, version, ...rest);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, version, ...rest));
    return libraries.get(name);
  };
  const program = ts.createProgram([join(folder, "dist", uses)], all, host);
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
  expect(own.some(({ fileName }) => fileName.includes("journeyc/dist/runtime"))).toBe(true);
  return [...program.getOptionsDiagnostics(), ...own.flatMap((file) => ts.getPreEmitDiagnostics(program, file))].map(
    ({ code, messageText }) => `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
  );
}

const { ModuleKind: M, ModuleResolutionKind: R } = ts;

const modes = [
  ["node16, CommonJS", "commonjs", "named.ts", { module: M.Node16, moduleResolution: R.Node16 }],
  ["nodenext, CommonJS", "commonjs", "named.ts", { module: M.NodeNext, moduleResolution: R.NodeNext }],
  ["node10, CommonJS", "commonjs", "use.ts", { module: M.CommonJS, moduleResolution: R.Node10 }],
  ["bundler, CommonJS", "commonjs", "use.ts", { module: M.ESNext, moduleResolution: R.Bundler }],
  ["nodenext, ES modules", "module", "named.ts", { module: M.NodeNext, moduleResolution: R.NodeNext }],
  ["bundler, ES modules", "module", "named.ts", { module: M.ESNext, moduleResolution: R.Bundler }],
] as const;

test("a machine and its use compile under every way of finding modules", () => {
  const files = { "dist/ResetPassword.machine.ts": machine, ...installed() };
  const projects = {
    commonjs: temporaryFolder({
      ...files,
      "package.json": '{ "type": "commonjs" }',
      "dist/use.ts": use(""),
      "dist/named.ts": use(".js"),
    }),
    module: temporaryFolder({ ...files, "package.json": '{ "type": "module" }', "dist/named.ts": use(".js") }),
  };
  for (const [name, type, uses, options] of modes) {
    expect.soft(problems(projects[type], uses, options), name).toEqual([]);
  }
});
