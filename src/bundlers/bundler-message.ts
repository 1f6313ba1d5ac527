import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { explainCommand } from "../diagnostics/explain-command.js";
import { printable } from "../diagnostics/render/printable.js";
import { codeFrame } from "./code-frame.js";

/** A diagnostic as Rollup, Rolldown and Vite take it; they show the place and the frame themselves. */
export interface BundlerMessage {
  readonly message: string;
  readonly id: string;
  /** Lines start at 1, columns at 0. */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
  readonly frame?: string;
  /** The code of the diagnostic. */
  readonly code: string;
}

/** `others` are further findings of the same file: Rollup and its kin show one error alone. */
export function bundlerMessage(
  diagnostic: Diagnostic,
  root: string,
  others: readonly Diagnostic[] = [],
): BundlerMessage {
  const { source, range } = diagnostic.place;
  const { line, column } = source.positionAt(range.start);
  const file = resolve(root, source.path);
  const frame = codeFrame(diagnostic.place);
  const further = others.map((other) => `also ${placeOf(other)}: ${printable(other.message)} (${other.code})`);
  return {
    message: [headlineOf(diagnostic), ...notesOf(diagnostic), ...further].join("\n"),
    id: file,
    loc: { file, line, column: column - 1 },
    ...(frame === undefined ? {} : { frame }),
    code: diagnostic.code,
  };
}

/** The same as one text, for bundlers that show nothing else of a message. */
export function textMessage(diagnostic: Diagnostic): string {
  const frame = codeFrame(diagnostic.place);
  const parts = [headlineOf(diagnostic), `  --> ${placeOf(diagnostic)}`, ...(frame === undefined ? [] : [frame])];
  return [...parts, ...notesOf(diagnostic)].join("\n");
}

export function headlineOf({ message, code }: Diagnostic): string {
  return `${printable(message)} (${code})`;
}

/** What is to be said of a finding beside its place: related places, the remedy, and where more is told. */
export function notesOf({ help, related, code }: Diagnostic): readonly string[] {
  return [
    ...related.map(({ place, message }) => `${printable(message)}: ${placeOf({ place })}`),
    ...(help === undefined ? [] : [`help: ${printable(help)}`]),
    explainCommand(code),
  ];
}

function placeOf({ place: { source, range } }: Pick<Diagnostic, "place">): string {
  const { line, column } = source.positionAt(range.start);
  return `${printable(source.path)}:${line}:${column}`;
}
