import type { Range } from "../../text/range.js";
import type { SourceFile } from "../../text/source-file.js";
import type { Diagnostic, Place } from "../diagnostic.js";
import { explainCommand } from "../explain-command.js";
import { type Summary, summarise } from "./summary.js";

/** The report of `--format json`, as `schema/diagnostics.schema.json` describes it. */
export interface JsonReport {
  readonly version: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: Summary;
}

export interface JsonDiagnostic {
  readonly code: string;
  readonly id: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly help?: string;
  /** The command that prints the explanation of the diagnostic. */
  readonly explain: string;
  readonly place: JsonReportPlace;
  readonly related: readonly { readonly message: string; readonly place: JsonReportPlace }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly range: JsonRange; readonly text: string }[];
  }[];
}

export interface JsonReportPlace {
  readonly file: string;
  readonly range: JsonRange;
  readonly pointer?: string;
}

export interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

/** Lines and columns start at 1, offsets at 0. Columns and offsets count UTF-16 units. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Makes the JSON report of diagnostics, and of how many files were read. */
export function jsonReport(diagnostics: readonly Diagnostic[], filesRead?: number): JsonReport {
  const summary = { ...summarise(diagnostics), ...(filesRead === undefined ? {} : { filesRead }) };
  return { version: 1, diagnostics: diagnostics.map(jsonDiagnostic), summary };
}

function jsonDiagnostic(diagnostic: Diagnostic): JsonDiagnostic {
  const { source } = diagnostic.place;
  return {
    code: diagnostic.code,
    id: diagnostic.id,
    severity: diagnostic.severity,
    message: diagnostic.message,
    ...(diagnostic.help === undefined ? {} : { help: diagnostic.help }),
    explain: explainCommand(diagnostic.code),
    place: jsonPlace(diagnostic.place),
    related: diagnostic.related.map(({ message, place }) => ({ message, place: jsonPlace(place) })),
    fixes: diagnostic.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ range, text }) => ({ range: jsonRange(source, range), text })),
    })),
  };
}

function jsonPlace({ source, range, pointer }: Place): JsonReportPlace {
  return { file: source.path, range: jsonRange(source, range), ...(pointer === undefined ? {} : { pointer }) };
}

function jsonRange(source: SourceFile, range: Range): JsonRange {
  return { start: jsonPosition(source, range.start), end: jsonPosition(source, range.end) };
}

function jsonPosition(source: SourceFile, offset: number): JsonPosition {
  return { ...source.positionAt(offset), offset };
}
