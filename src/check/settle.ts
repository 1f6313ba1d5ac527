import type { Severity } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import type { ParseResult } from "../syntax/parse.js";
import { applySuppressions } from "./suppressions.js";

export interface SettleOptions {
  readonly parsed: readonly ParseResult[];
  /** Severities that differ from the table's. Errors keep theirs. */
  readonly severities: ReadonlyMap<string, Severity | "off"> | undefined;
  /** Whether all rules have run, so that a comment that sets nothing aside is a mistake. */
  readonly allRulesRan: boolean;
  /** Where the configuration sets codes aside. Given when the whole project is checked: only then it shows what for. */
  readonly silenced?: ReadonlyMap<string, Place> | undefined;
}

/** The last word on what has been found: the configuration's severities, then the comments in the texts; by file and place. */
export function settle(diagnostics: readonly Diagnostic[], options: SettleOptions): readonly Diagnostic[] {
  const { parsed, severities, allRulesRan, silenced } = options;
  const settled = applySuppressions(diagnostics, parsed, allRulesRan);
  return sortByPlace([...withSeverities(settled, severities), ...unusedSettings(settled, silenced)]);
}

/** What keeps a text from being understood may also keep rules from finding what the configuration sets aside. */
function unusedSettings(
  diagnostics: readonly Diagnostic[],
  silenced: ReadonlyMap<string, Place> | undefined,
): readonly Diagnostic[] {
  if (!silenced || silenced.size === 0 || diagnostics.some(({ severity }) => severity === "error")) return [];
  const found = new Set<string>(diagnostics.map(({ code }) => code));
  const unused = [...silenced].filter(([code]) => !found.has(code));
  return unused.map(([code, place]) => createDiagnostic("unused-rule-setting", place, { code }));
}

function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: ReadonlyMap<string, Severity | "off"> | undefined,
): readonly Diagnostic[] {
  if (!severities || severities.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const severity = severities.get(diagnostic.code);
    if (severity === undefined || diagnostic.severity === "error") return [diagnostic];
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}

function sortByPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPath = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.place.source;
    const inFile = byPath.get(path);
    if (inFile) inFile.push(diagnostic);
    else byPath.set(path, [diagnostic]);
  }
  return [...byPath.keys()].sort().flatMap((path) => sortByStart(byPath.get(path) ?? []));
}

/** Finding a place in JSON takes a look through the text: each is asked once, and a single one not at all. */
function sortByStart(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length === 1) return diagnostics;
  return diagnostics
    .map((diagnostic) => ({ diagnostic, start: diagnostic.place.range.start }))
    .sort((left, right) => left.start - right.start)
    .map(({ diagnostic }) => diagnostic);
}
