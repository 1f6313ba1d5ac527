import type { Diagnostic } from "../diagnostics/diagnostic.js";

interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** The error that Prettier expects from a parser; with `loc`, it shows the place in the text. */
export interface PrettierSyntaxError extends SyntaxError {
  readonly loc: { readonly start: SourcePosition; readonly end: SourcePosition };
}

/** Where Prettier begins a new line when it draws the place; for the language only line feeds do. */
const prettierLineEnd = /\r\n|[\n\r\u2028\u2029]/;

/** Turns a diagnostic into the error that Prettier expects. A parser has no other way to leave a file unchanged. */
export function refuse({ message, place: { source, range } }: Diagnostic): PrettierSyntaxError {
  const { line, column } = source.positionAt(range.start);
  const loc = {
    start: positionForPrettier(source.text, range.start),
    end: positionForPrettier(source.text, Math.max(range.end, range.start)),
  };
  return Object.assign(new SyntaxError(`${message} (${line}:${column})`), { loc });
}

function positionForPrettier(text: string, offset: number): SourcePosition {
  const lines = text.slice(0, offset).split(prettierLineEnd);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
