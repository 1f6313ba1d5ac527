import { syntaxCodes } from "../diagnostics/codes/syntax.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileNode } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";

/** A text with its declarations; a `ParseResult` is one. */
export interface DeclaredText {
  readonly source: SourceFile;
  readonly file: Pick<FileNode, "items">;
}

/**
 * Takes the fixes from what is found in a declaration with a syntax error: what the error has left of it may read like something else, and
 * the line that a fix would change may be right. When the error is mended, the fix is offered, if it is still needed.
 */
export function withoutUncertainFixes(
  diagnostics: readonly Diagnostic[],
  parsed: readonly DeclaredText[],
): readonly Diagnostic[] {
  const broken = new Map<SourceFile, number[]>();
  for (const { code, place } of diagnostics) {
    if (!Object.hasOwn(syntaxCodes, code) || place.pointer !== undefined) continue;
    const known = broken.get(place.source);
    if (known === undefined) broken.set(place.source, [place.range.start]);
    else known.push(place.range.start);
  }
  if (broken.size === 0) return diagnostics;
  const rangesOf = new Map<SourceFile, readonly Range[]>();
  for (const { source, file } of parsed) {
    const starts = broken.get(source);
    if (starts !== undefined) rangesOf.set(source, brokenDeclarations(file, starts));
  }
  return diagnostics.map((diagnostic) => {
    const { code, fixes, place } = diagnostic;
    if (fixes.length === 0 || Object.hasOwn(syntaxCodes, code) || place.pointer !== undefined) return diagnostic;
    const { start } = place.range;
    const isUncertain = rangesOf.get(place.source)?.some((range) => range.start <= start && start < range.end);
    return isUncertain === true ? { ...diagnostic, fixes: [] } : diagnostic;
  });
}

/** The declarations that have an error: of a journey, its members; all of it where the error is in none of them. */
function brokenDeclarations({ items }: DeclaredText["file"], errors: readonly number[]): readonly Range[] {
  const found = new Set<Range>();
  for (const item of items) {
    const members = item.kind === "journey" ? item.members.map(({ range }) => range) : [];
    for (const start of errors) {
      if (!holds(item.range, start)) continue;
      found.add(members.find((range) => holds(range, start)) ?? item.range);
    }
  }
  return [...found];
}

/** An error at the end, such as a value that is missing, belongs to what stands before it. */
function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
