import { settle } from "../check/settle.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { writeExport } from "../export-json/write/write-export.js";
import { Binder, comparePaths } from "../model/bind.js";
import { type ParseResult, parse } from "../syntax/parse.js";
import { encodeFileNames } from "../text/file-name.js";
import type { SourceFile } from "../text/source-file.js";
import { type AnalyseOptions, hasErrors, outputName } from "./compile.js";

/** Takes the export of a journey. Not all journeys may be good: what is taken is worth something only without errors. */
export type TakeExport = (journeyId: string, text: string) => void;

/**
 * Whether `compileExports` can compile these files: scenarios are checked against all journeys, so they need all of them
 * at once. A text that only speaks of scenarios loses the gain and nothing else.
 */
export function canCompileExports(files: readonly SourceFile[]): boolean {
  return !files.some((file) => file.text.includes("scenario"));
}

/**
 * The same diagnostics and exports as `compile` gives, file by file: the tree and the model of a file are garbage when the
 * next one comes. For a thousand journeys that is a third of the memory and spares most of the collector's work.
 */
export function compileExports(
  files: readonly SourceFile[],
  options: AnalyseOptions,
  take: TakeExport,
): readonly Diagnostic[] {
  const binder = new Binder(options);
  const found: Diagnostic[] = [];
  const withComments: ParseResult[] = [];
  let failed = false;
  for (const source of [...files].sort(comparePaths)) {
    const parsed = parse(source);
    const boundBefore = binder.diagnostics.length;
    if (parsed.file.comments.length > 0) withComments.push({ ...parsed, file: { ...parsed.file, items: [] } });
    const journeys = binder.add(parsed);
    for (const diagnostic of parsed.diagnostics) found.push(diagnostic);
    failed ||= hasErrors(parsed.diagnostics) || hasErrors(binder.diagnostics.slice(boundBefore));
    if (failed) continue;
    for (const { journey } of journeys) take(journey.id, writeExport(journey).text);
  }
  const { severities } = options;
  return settle([...found, ...binder.diagnostics], { parsed: withComments, severities, allRulesRan: false });
}

/** The names of the files that the exports of journeys go to. */
export function exportFileNames(journeyIds: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [id, name] of encodeFileNames(journeyIds)) names.set(id, outputName(name, "export"));
  return names;
}
