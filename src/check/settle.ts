import type { Severity } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../text/source-file.js";
import { atParameters } from "./at-parameters.js";
import { isCause, withoutConsequences } from "./consequences.js";
import { joinCopiedNames } from "./copied-names.js";
import { type DeclaredText, withoutUncertainFixes } from "./fixes-in-broken-text.js";
import { joinPlaceholders } from "./joined-placeholders.js";
import { isOfUnknownParameter, keepingParameters } from "./keeping-parameters.js";
import { joinNodesOfScripts } from "./nodes-of-one-script.js";
import { withoutResting } from "./resting.js";
import type { GivenInFile, SettledFile, SettleMemory } from "./settle-memory.js";
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
  /** What is kept from one time to the next. */
  readonly memory?: SettleMemory | undefined;
  /**
   * The places where the configuration turns codes off. Given only when the whole project is checked, because only then
   * an unused setting can be recognised.
   */
  readonly silenced?: ReadonlyMap<string, Place> | undefined;
}

/** Leaves out consequences, applies ignore comments and the configuration's severities to the findings, and sorts them by file and place. */
export function settle(diagnostics: readonly Diagnostic[], options: SettleOptions): readonly Diagnostic[] {
  return [...settleByFile(diagnostics, options).values()].flat();
}

/** The same by the path of the file, sorted by that. With a memory, a file about which nothing is new has the same list as the last time. */
export function settleByFile(
  diagnostics: readonly Diagnostic[],
  options: SettleOptions,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const { memory, silenced } = options;
  const files = new Map<string, SettledFile>();
  for (const given of givenByFile(diagnostics, options)) {
    const { path } = given;
    const file = memory?.settledOf(given) ?? settleFile(given, options);
    memory?.keep(given, file);
    files.set(path, file);
  }
  memory?.keepOnly(files);
  const found = withoutRestingIn(files);
  for (const [path, unused] of byPath(unusedSettings(files, silenced)))
    found.set(path, sortByStart([...(found.get(path) ?? []), ...unused]));
  return new Map([...found.keys()].sort().map((path) => [path, found.get(path) ?? []]));
}

/** What is given, by file. Only a name that was copied concerns several of them. */
function givenByFile(
  diagnostics: readonly Diagnostic[],
  { parsed, causes = diagnostics }: SettleOptions,
): Iterable<GivenInFile> {
  const files = new Map<string, Lists>();
  const at = ({ path }: SourceFile) => {
    let file = files.get(path);
    if (file === undefined) {
      file = { path, found: [], errors: [], causes: [], parsed: [] };
      files.set(path, file);
    }
    return file;
  };
  for (const each of parsed) at(each.source).parsed.push(each);
  for (const each of joinCopiedNames(diagnostics)) at(each.place.source).found.push(each);
  for (const each of diagnostics) if (isError(each)) at(each.place.source).errors.push(each);
  for (const each of causes) at(each.place.source).causes.push(each);
  return files.values();
}

/** The same as `GivenInFile`, while it is filled. */
interface Lists extends GivenInFile {
  readonly found: Diagnostic[];
  readonly errors: Diagnostic[];
  readonly causes: Diagnostic[];
  readonly parsed: GivenInFile["parsed"][number][];
}

/** What of the findings of one file stands without looking at those of others. */
function settleFile({ path, found, errors, causes, parsed }: GivenInFile, options: SettleOptions): SettledFile {
  const broken = new Set([...errors, ...causes.filter(isCause)].map(({ place }) => place.source));
  const placed = atParameters(withoutConsequences(joinPlaceholders(joinNodesOfScripts(found)), causes));
  const own = withoutUncertainFixes(
    placed.filter((each) => !isOfUnknownParameter(each)).map(keepingParameters),
    parsed,
  );
  const settled = applySuppressions(own, parsed, options.allRulesRan, broken);
  // A finding that is set aside is no cause: what rests on its place is wrong for another reason.
  const told = withSeverities(settled, options.severities);
  // Many findings of one rule often rest on the same list.
  const lists = new Set(told.map(({ restsOn = [] }) => restsOn));
  const others = new Set([...lists].flatMap((places) => places.map(({ source }) => source.path)));
  others.delete(path);
  return { settled, told, others, alone: others.size === 0 ? sortByStart(withoutResting(told)) : [] };
}

/** Leaves out what rests on other findings, of files that rest on one another together. */
function withoutRestingIn(files: ReadonlyMap<string, SettledFile>): Map<string, readonly Diagnostic[]> {
  const connected = new Set<string>();
  for (const [path, { others }] of files)
    if (others.size > 0) for (const each of [path, ...others]) connected.add(each);
  const found = new Map<string, readonly Diagnostic[]>();
  for (const [path, { alone }] of files) if (alone.length > 0 && !connected.has(path)) found.set(path, alone);
  const together = withoutResting([...connected].flatMap((path) => files.get(path)?.told ?? []));
  for (const [path, inFile] of byPath(together)) found.set(path, sortByStart(inFile));
  return found;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/**
 * Reports settings that turn off a code without findings. With errors in the project nothing is reported: they may keep
 * rules from finding what the setting is for.
 */
function unusedSettings(
  files: ReadonlyMap<string, SettledFile>,
  silenced: ReadonlyMap<string, Place> | undefined,
): readonly Diagnostic[] {
  if (!silenced || silenced.size === 0) return [];
  const diagnostics = [...files.values()].flatMap(({ settled }) => settled);
  if (diagnostics.some(isError)) return [];
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

function byPath(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.place.source;
    const inFile = files.get(path);
    if (inFile) inFile.push(diagnostic);
    else files.set(path, [diagnostic]);
  }
  return files;
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
