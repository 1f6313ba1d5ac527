import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  paths: { "journeyc/runtime": [join(root, "src/runtime/index.ts")] },
};

/** The library's and packages' declarations, parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** A host that parses the files of a folder that never change once: those of TypeScript itself. */
export function cachingHost(settings: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(settings);
  const { getSourceFile } = host;
  const library = dirname(ts.getDefaultLibFilePath(settings));
  host.getSourceFile = (name, languageVersion, ...rest) => {
    if (dirname(name) !== library) return getSourceFile(name, languageVersion, ...rest);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, languageVersion, ...rest));
    return parsed.get(name);
  };
  return host;
}

/** Compiles files given by name under the strictest options, and tells what is wrong with them: `file:line: message`. */
export function compileTypeScript(
  files: Readonly<Record<string, string>>,
  more: ts.CompilerOptions = {},
): readonly string[] {
  const folder = join(root, "test/virtual");
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
  const settings = { ...options, ...more };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.directoryExists = (name) => name === folder || (directoryExists?.(name) ?? true);
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, languageVersion);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, languageVersion, ...rest));
    return parsed.get(name);
  };
  const program = ts.createProgram([...texts.keys()], settings, host);
  // The runtime's own files are checked by `npm run typecheck`; users see declarations in their place.
  const given = [...texts.keys()].map((name) => program.getSourceFile(name));
  return given
    .flatMap((file) => ts.getPreEmitDiagnostics(program, file))
    .map((diagnostic) => {
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
      if (!diagnostic.file) return message;
      const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      return `${diagnostic.file.fileName.slice(folder.length + 1)}:${line + 1}: ${message}`;
    });
}

/** Runs a TypeScript module that imports types only, and gives what it exports. */
export async function runTypeScript(text: string): Promise<Record<string, unknown>> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  });
  return await import(`data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`);
}
