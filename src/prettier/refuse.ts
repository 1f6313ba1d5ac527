import type { Diagnostic } from "../diagnostics/diagnostic.js";

interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** The error that Prettier expects from a parser; with `loc`, it shows the place in the text. */
export interface PrettierSyntaxError extends SyntaxError {
  readonly loc: { readonly start: SourcePosition; readonly end: SourcePosition };
}

/** Turns a diagnostic into the error that Prettier expects. A parser has no other way to leave a file unchanged. */
export function refuse({ message, place: { source, range } }: Diagnostic): PrettierSyntaxError {
  const start = source.positionAt(range.start);
  const loc = { start, end: source.positionAt(Math.max(range.end, range.start)) };
  return Object.assign(new SyntaxError(`${message} (${start.line}:${start.column})`), { loc });
}
