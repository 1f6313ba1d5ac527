import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { bind } from "../model/bind.js";
import type { BindOptions, FileText } from "../model/bind-options.js";
import type { Journey } from "../model/model.js";
import type { FileNode } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import { SourceFile } from "../text/source-file.js";

/** What importing takes from outside; the text that it makes means the same only where it is built with these. */
export type ImportBindOptions = Pick<BindOptions, "realm" | "defaultLocale" | "externTypes"> &
  Partial<Pick<BindOptions, "params" | "exportOptions">>;

export interface CompiledText {
  readonly source: SourceFile;
  readonly file: FileNode;
  readonly journeys: readonly Journey[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and binds a text of the importer's, with the files that it names at hand. */
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

/** Reads from texts in memory. */
export function readFrom(files: ReadonlyMap<string, string>): (path: string) => FileText {
  return (path) => {
    const text = files.get(path);
    return text === undefined ? { problem: "there is no such file" } : { text };
  };
}
