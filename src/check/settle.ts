import type { Severity } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { atParameters } from "./at-parameters.js";
import { isCause, withoutConsequences } from "./consequences.js";
import { joinCopiedNames } from "./copied-names.js";
import { type DeclaredText, withoutUncertainFixes } from "./fixes-in-broken-text.js";
import { withoutResting } from "./resting.js";
import { applySuppressions, type CommentedText } from "./suppressions.js";

export interface SettleOptions {
  readonly parsed: readonly (CommentedText & DeclaredText)[];
  /**
   * The findings that others may follow from: mistakes in texts. Default: all. Those of rules are no such mistakes, since an
   * export has them as well, and is to be judged like the text that is imported from it.
   */
  readonly causes?: readonly Diagnostic[];
  /** Severities that the configuration changes. Errors stay errors. */
  readonly severities: ReadonlyMap<string, Severity | "off"> | undefined;
  /** Whether all rules have run, so that an ignore comment without a finding is a mistake. */
  readonly allRulesRan: boolean;
  /**
   * The places where the configuration turns codes off. Given only when the whole project is checked, because only then
   * an unused setting can be recognised.
   */
  readonly silenced?: ReadonlyMap<string, Place> | undefined;
}

/** Leaves out consequences, applies ignore comments and the configuration's severities to the findings, and sorts them by file and place. */
export function settle(diagnostics: readonly Diagnostic[], options: SettleOptions): readonly Diagnostic[] {
  const { parsed, causes = diagnostics, severities, allRulesRan, silenced } = options;
  const broken = new Set([...diagnostics.filter(isError), ...causes.filter(isCause)].map(({ place }) => place.source));
  const own = withoutUncertainFixes(atParameters(withoutConsequences(joinCopiedNames(diagnostics), causes)), parsed);
  const settled = applySuppressions(own, parsed, allRulesRan, broken);
  // A finding that is set aside is no cause: what rests on its place is wrong for another reason.
  const told = withoutResting(withSeverities(settled, severities));
  return sortByPlace([...told, ...unusedSettings(settled, silenced)]);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/**
 * Reports settings that turn off a code without findings. With errors in the project nothing is reported: they may keep
 * rules from finding what the setting is for.
 */
function unusedSettings(
  diagnostics: readonly Diagnostic[],
  silenced: ReadonlyMap<string, Place> | undefined,
): readonly Diagnostic[] {
  if (!silenced || silenced.size === 0 || diagnostics.some(isError)) return [];
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

/**
 * Computing a place in JSON searches the text, so each place is computed once, and that of a single finding not at all.
 */
function sortByStart(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length === 1) return diagnostics;
  return diagnostics
    .map((diagnostic) => ({ diagnostic, start: diagnostic.place.range.start }))
    .sort((left, right) => left.start - right.start)
    .map(({ diagnostic }) => diagnostic);
}
