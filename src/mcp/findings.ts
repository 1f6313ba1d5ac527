import type { Diagnostic } from "../diagnostics/diagnostic.js";
import {
  choiceField,
  flagField,
  listField,
  objectOf,
  optional,
  textField,
  type ValuesOf,
  wholeField,
} from "./shape.js";

/** More findings than these are counted. */
const mostFindings = 50;

/** How tools answer with diagnostics. */
export const findingsOutput = {
  errors: wholeField("how many errors there are"),
  warnings: wholeField("how many warnings there are"),
  findings: listField(
    objectOf({
      severity: choiceField(["error", "warning", "info"], "errors keep a journey from being built"),
      code: textField("what the explain tool takes"),
      message: textField("what is wrong"),
      help: optional(textField("what to do")),
      file: textField("the file or the path of the text"),
      line: wholeField("of the beginning, from 1"),
      column: wholeField("of the beginning, from 1"),
      endLine: wholeField("of the end"),
      endColumn: wholeField("of the end, behind the last character"),
      isFixable: flagField("whether the fix tool corrects it"),
    }),
    "errors first, then in the order of files and places",
  ),
  leftOut: wholeField("how many further findings there are"),
} as const;

export function findingsOf(diagnostics: readonly Diagnostic[]): ValuesOf<typeof findingsOutput> {
  const count = (severity: string) => diagnostics.filter((each) => each.severity === severity).length;
  const ranked = ["error", "warning", "info"].flatMap((severity) =>
    diagnostics.filter((each) => each.severity === severity),
  );
  return {
    errors: count("error"),
    warnings: count("warning"),
    findings: ranked.slice(0, mostFindings).map(findingOf),
    leftOut: Math.max(0, ranked.length - mostFindings),
  };
}

function findingOf({ severity, code, message, help, place, fixes }: Diagnostic) {
  const { source, range } = place;
  const [start, end] = [source.positionAt(range.start), source.positionAt(range.end)];
  return {
    severity,
    code,
    message,
    ...(help !== undefined && { help }),
    file: source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    isFixable: fixes.length === 1 && place.pointer === undefined,
  };
}
