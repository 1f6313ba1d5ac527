import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { bind } from "../model/bind.js";
import type { BindOptions, FileText } from "../model/bind-options.js";
import type { Journey } from "../model/model.js";
import type { FileNode } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import { SourceFile } from "../text/source-file.js";

/** The options that an import depends on. Its text means the same only where it is built with the same options. */
export type ImportBindOptions = Pick<BindOptions, "realm" | "defaultLocale" | "externTypes"> &
  Partial<Pick<BindOptions, "params" | "exportOptions">>;

export interface CompiledText {
  readonly source: SourceFile;
  readonly file: FileNode;
  readonly journeys: readonly Journey[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and binds a text that the importer has made or is to change; `readText` gives the files that it names. */
export function compileText(
  path: string,
  text: string,
  readText: (path: string) => FileText,
  options: ImportBindOptions,
): CompiledText {
  const source = new SourceFile(path, text);
  const parsed = parse(source);
  const { model, diagnostics } = bind([parsed], { ...options, readText });
  return {
    source,
    file: parsed.file,
    journeys: model.journeys,
    diagnostics: [...parsed.diagnostics, ...diagnostics],
  };
}

/** Makes a `readText` that finds its files in memory. */
export function readFrom(files: ReadonlyMap<string, string>): (path: string) => FileText {
  return (path) => {
    const text = files.get(path);
    return text === undefined ? { problem: "there is no such file" } : { text };
  };
}
