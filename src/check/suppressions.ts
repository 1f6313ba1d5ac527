import { codes } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type Fix, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Comment, FileNode } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";

/** A text with its comments; a `ParseResult` is one. */
export interface CommentedText {
  readonly source: SourceFile;
  readonly file: Pick<FileNode, "comments">;
}

/** One code of an ignore comment. */
interface Suppression {
  readonly code: string;
  readonly reason: string;
  readonly place: Place;
  /** The line that the comment applies to, from 1. */
  readonly line: number;
  readonly fixes: readonly Fix[];
  used: boolean;
}

const form = /^\/\/\s*journey-ignore-next-line\b\s*([^:]*?)\s*(?::\s*(.*))?$/s;

/**
 * Removes findings that a comment `// journey-ignore-next-line <code>: reason` ignores, and reports comments without
 * effect: with an unknown code, without a reason, over an error, or, where all rules have run on a text that is not broken, over nothing.
 */
export function applySuppressions(
  diagnostics: readonly Diagnostic[],
  parsed: readonly CommentedText[],
  allRulesRan: boolean,
  broken: ReadonlySet<SourceFile>,
): readonly Diagnostic[] {
  const found = parsed.filter(({ source }) => source.text.includes("journey-ignore-next-line"));
  if (found.length === 0) return diagnostics;
  const bySource = new Map(found.map((file) => [file.source, suppressionsOf(file)]));
  const kept = diagnostics.flatMap((diagnostic) => settleOne(diagnostic, bySource.get(diagnostic.place.source) ?? []));
  // A mistake in the same text may keep a rule from finding what the comment is for.
  const about = [...bySource].flatMap(([source, suppressions]) =>
    suppressions.flatMap((suppression) => judge(suppression, allRulesRan && !broken.has(source))),
  );
  return [...kept, ...about];
}

function settleOne(diagnostic: Diagnostic, suppressions: readonly Suppression[]): readonly Diagnostic[] {
  if (suppressions.length === 0) return [diagnostic];
  const { line } = diagnostic.place.source.positionAt(diagnostic.place.range.start);
  const suppression = suppressions.find((candidate) => candidate.line === line && candidate.code === diagnostic.code);
  if (suppression === undefined) return [diagnostic];
  suppression.used = true;
  if (diagnostic.severity === "error") {
    const { code, place, fixes } = suppression;
    return [diagnostic, createDiagnostic("suppressed-error", place, { code }, { fixes })];
  }
  return suppression.reason === "" ? [diagnostic] : [];
}

function judge(suppression: Suppression, allRulesRan: boolean): readonly Diagnostic[] {
  const { code, place, reason, fixes } = suppression;
  if (!Object.hasOwn(codes, code)) {
    const nearest = nearestName(code, Object.keys(codes));
    const help = nearest === undefined ? {} : { help: `Did you mean ${nearest}?` };
    return [createDiagnostic("unknown-suppression", place, { code }, help)];
  }
  if (reason === "") return [createDiagnostic("suppression-without-reason", place, { code })];
  return suppression.used || !allRulesRan ? [] : [createDiagnostic("unused-suppression", place, { code }, { fixes })];
}

function suppressionsOf({ file, source }: CommentedText): readonly Suppression[] {
  const lineOf = (offset: number) => source.positionAt(offset).line;
  const commentLines = new Set(file.comments.filter((c) => isAlone(c, source)).map((c) => lineOf(c.range.start)));
  return file.comments.flatMap((comment) => {
    const match = form.exec(comment.text);
    if (match === null) return [];
    let line = lineOf(comment.range.start) + 1;
    // Comments may stand one below the other; they apply to the first line after them.
    while (commentLines.has(line)) line++;
    const place = { source, range: comment.range };
    const listed = (match[1] ?? "").split(/[\s,]+/).filter((code) => code !== "");
    const fixes = listed.length > 1 ? [] : [removal(comment, source)];
    const reason = (match[2] ?? "").trim();
    return (listed.length === 0 ? [""] : listed).map((code) => ({ code, reason, place, line, fixes, used: false }));
  });
}

function isAlone(comment: Comment, source: SourceFile): boolean {
  const before = source.text.lastIndexOf("\n", comment.range.start - 1) + 1;
  return comment.kind === "line" && source.text.slice(before, comment.range.start).trim() === "";
}

/** Removes the comment, and its line where it has one of its own. */
function removal(comment: Comment, source: SourceFile): Fix {
  const { start, end } = comment.range;
  const lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = source.text.indexOf("\n", end);
  const range = isAlone(comment, source) ? { start: lineStart, end: lineEnd < 0 ? end : lineEnd + 1 } : { start, end };
  return { title: "Remove the comment", edits: [{ range, text: "" }] };
}
