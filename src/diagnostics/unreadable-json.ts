import type { ParsedJson } from "../text/parse-json.js";
import type { SourceFile } from "../text/source-file.js";
import { createDiagnostic, type Diagnostic } from "./diagnostic.js";

type JsonProblem = Extract<ParsedJson, { readonly kind: "problem" }>;

/** Why a file of JSON is not read: it is broken, or one of its numbers would become another. */
export function unreadableJson(source: SourceFile, { problem, offset, lossy }: JsonProblem, help?: string): Diagnostic {
  if (lossy !== undefined) {
    const { number, becomes, end } = lossy;
    return createDiagnostic("number-not-kept", { source, range: { start: offset, end } }, { number, becomes });
  }
  const range = { start: offset, end: Math.min(offset + 1, source.text.length) };
  return createDiagnostic("invalid-json", { source, range }, { problem }, help === undefined ? {} : { help });
}
