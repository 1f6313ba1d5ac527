import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parse } from "../syntax/parse.js";
import type { SourceFile } from "../text/source-file.js";
import { type FormatOptions, formatFile } from "./format.js";

/** The canonical text, or what keeps a text from being formatted: what the parser skipped would be lost. */
export type FormatResult = { readonly text: string } | { readonly diagnostics: readonly Diagnostic[] };

/** Formats a text that came from a user: broken text is refused, with its syntax errors. */
export function formatSource(source: SourceFile, options: FormatOptions = {}): FormatResult {
  const { file, diagnostics } = parse(source);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  return errors.length > 0 ? { diagnostics: errors } : { text: formatFile(file, source, options) };
}
