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
  errors: wholeField(),
  warnings: wholeField(),
  findings: listField(
    objectOf({
      severity: choiceField(["error", "warning", "info"], "errors keep a journey from being built"),
      code: textField("what explain takes"),
      message: textField(),
      help: optional(textField()),
      file: textField(),
      line: wholeField(),
      column: wholeField(),
      endLine: wholeField(),
      endColumn: wholeField(),
      isFixable: flagField("whether fix corrects it"),
    }),
    "errors first; lines and columns begin at 1",
  ),
  leftOut: wholeField("further findings"),
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
