import { type Code, codes } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type Fix, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Comment, FileNode } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import { mayIgnore, readIgnoreComment, type WrongForm } from "./ignore-comment.js";

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
  readonly codePlace: Place;
  /** The line that the comment applies to, from 1. */
  readonly line: number;
  readonly fixes: readonly Fix[];
  used: boolean;
  /** The code of the finding that it may be meant for. */
  meant: Code | undefined;
  /** What is wrong with the form of the comment. */
  readonly wrong: (WrongForm & { readonly place: Place; readonly fixes: readonly Fix[] }) | undefined;
}

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
  const found = parsed.filter(({ file }) => file.comments.some(({ text }) => mayIgnore(text)));
  if (found.length === 0) return diagnostics;
  const bySource = new Map(found.map((file) => [file.source, suppressionsOf(file)]));
  const kept = diagnostics.flatMap((diagnostic) => settleOne(diagnostic, bySource.get(diagnostic.place.source) ?? []));
  // A mistake in the same text may keep a rule from finding what the comment is for.
  const strays = new Set<Diagnostic>();
  const about = [...bySource].flatMap(([source, suppressions]) => {
    const findsUnused = allRulesRan && !broken.has(source);
    return suppressions.flatMap((suppression) => {
      const stray = findsUnused ? strayFinding(suppression, suppressions, kept) : undefined;
      if (stray === undefined) return judge(suppression, findsUnused);
      strays.add(stray);
      return [misplaced(suppression, stray)];
    });
  });
  return [...kept.filter((diagnostic) => !strays.has(diagnostic)), ...about];
}

/** The one finding that a comment is for which stands elsewhere, where it is the only such comment. */
function strayFinding(
  { code, used, reason, place }: Suppression,
  all: readonly Suppression[],
  findings: readonly Diagnostic[],
): Diagnostic | undefined {
  if (used || reason === "" || all.filter((other) => !other.used && other.code === code).length > 1) return undefined;
  const [only, second] = findings.filter((found) => found.code === code && found.place.source === place.source);
  return second === undefined && only?.severity !== "error" ? only : undefined;
}

function misplaced({ code, place, line }: Suppression, { place: found, message }: Diagnostic): Diagnostic {
  const at = found.source.positionAt(found.range.start).line;
  const help = `It holds for line ${line}. Move it right above line ${at}, where the finding is.`;
  return createDiagnostic("unused-suppression", place, { code }, { help, related: [{ place: found, message }] });
}

function settleOne(diagnostic: Diagnostic, suppressions: readonly Suppression[]): readonly Diagnostic[] {
  if (suppressions.length === 0) return [diagnostic];
  const { line } = diagnostic.place.source.positionAt(diagnostic.place.range.start);
  const here = suppressions.filter((candidate) => candidate.line === line || isBehind(candidate, line));
  const suppression = here.find(({ code }) => code === diagnostic.code);
  if (diagnostic.severity === "error") {
    if (suppression === undefined) return [diagnostic];
    suppression.used = true;
    const { code, place, fixes } = suppression;
    return [diagnostic, createDiagnostic("suppressed-error", place, { code }, { fixes })];
  }
  // A comment that lacks its reason, or misspells the code, is told itself: what it is meant for is no second finding.
  const meant = suppression ?? here.find(({ code }) => means(code, diagnostic.code));
  if (meant === undefined) return [diagnostic];
  meant.used = true;
  meant.meant = diagnostic.code;
  return [];
}

/** Whether a comment that is called otherwise stands behind what it is for, as such comments do elsewhere. */
function isBehind({ wrong, place: { source, range } }: Suppression, line: number): boolean {
  return wrong?.kind === "keyword" && source.positionAt(range.start).line === line;
}

/** Whether what an ignore comment names is no code, but may be meant as this one: it is near, its number, or one of its words. */
function means(written: string, code: Code): boolean {
  if (Object.hasOwn(codes, written)) return false;
  return (
    written === "" ||
    written.toUpperCase() === codes[code].id ||
    nearestName(written, Object.keys(codes)) === code ||
    sameWords(written, code)
  );
}

/** `unreachableNode` and `unreachable_node`. */
function sameWords(written: string, code: string): boolean {
  return written.toLowerCase().replace(/[^a-z]/g, "") === code.replace(/-/g, "");
}

function judge(suppression: Suppression, allRulesRan: boolean): readonly Diagnostic[] {
  const { code, place, codePlace, reason, fixes, meant, wrong } = suppression;
  if (wrong?.kind === "keyword") {
    const extras = { help: `Write \`${wrong.text}\`.`, fixes: wrong.fixes };
    return [createDiagnostic("unknown-suppression", wrong.place, { code, isOtherKeyword: true }, extras)];
  }
  if (!Object.hasOwn(codes, code)) {
    const nearest = meant ?? nearestName(code, Object.keys(codes));
    const edits = [{ range: codePlace.range, text: nearest ?? "" }];
    const fix = meant === undefined || code === "" ? [] : [{ title: `Write ${meant}`, edits }];
    const extras = nearest === undefined ? {} : { help: `Did you mean ${nearest}?`, fixes: fix };
    return [createDiagnostic("unknown-suppression", code === "" ? place : codePlace, { code }, extras)];
  }
  if (wrong !== undefined) {
    const extras = { help: "Write `:` before the reason.", fixes: wrong.fixes };
    return [createDiagnostic("suppression-without-reason", wrong.place, { code }, extras)];
  }
  if (reason === "") return [createDiagnostic("suppression-without-reason", place, { code })];
  if (suppression.used || !allRulesRan) return [];
  // Where something else is wrong, what is to be ignored may only not be told.
  const { source } = place;
  const range = { start: source.lineStart(suppression.line), end: source.lineStart(suppression.line + 1) };
  return [createDiagnostic("unused-suppression", place, { code }, { fixes, restsOn: [{ source, range }] })];
}

function suppressionsOf({ file, source }: CommentedText): readonly Suppression[] {
  const lineOf = (offset: number) => source.positionAt(offset).line;
  const commentLines = new Set(file.comments.filter((c) => isAlone(c, source)).map((c) => lineOf(c.range.start)));
  return file.comments.flatMap((comment) => {
    const read = readIgnoreComment(comment.text);
    if (read === undefined) return [];
    const { listed, reason, wrong } = read;
    const { start } = comment.range;
    let line = lineOf(start) + 1;
    // Comments may stand one below the other; they apply to the first line after them.
    while (commentLines.has(line)) line++;
    const inComment = (range: Range): Place => ({
      source,
      range: { start: start + range.start, end: start + range.end },
    });
    const place = { source, range: comment.range };
    const fixes = listed.length > 1 ? [] : [removal(comment, source)];
    const rewritten = wrong && {
      ...wrong,
      place: inComment(wrong.range),
      fixes: [{ title: `Write ${wrong.text}`, edits: [{ range: inComment(wrong.range).range, text: wrong.text }] }],
    };
    const used = false;
    return listed.map(({ code, range }) => {
      const codePlace = inComment(range);
      return { code, reason, place, codePlace, line, fixes, used, meant: undefined, wrong: rewritten };
    });
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
