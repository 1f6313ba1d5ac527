import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parse } from "../syntax/parse.js";
import type { SourceFile } from "../text/source-file.js";
import { type FormatOptions, formatFile } from "./format.js";

/**
 * The canonical text; or the syntax errors of a text that cannot be formatted, because the parser skipped parts of it.
 */
export type FormatResult = { readonly text: string } | { readonly diagnostics: readonly Diagnostic[] };

/** Formats a user's text. A text with syntax errors is refused. */
export function formatSource(source: SourceFile, options: FormatOptions = {}): FormatResult {
  const { file, diagnostics } = parse(source);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  return errors.length > 0 ? { diagnostics: errors } : { text: formatFile(file, source, options) };
}
