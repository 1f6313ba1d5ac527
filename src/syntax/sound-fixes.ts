import { applyFixes } from "../diagnostics/apply-fixes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../text/source-file.js";

/** Reads a text; answers what is wrong with it. */
type FindProblems = (text: string) => readonly Diagnostic[];

/** What one fix writes may need another one: `a == B` becomes `a = B` and then `a -> B`. */
const mostRounds = 4;
/** In characters, of all texts that are read to try fixes one by one. */
const mostRead = 4_000_000;

/**
 * Leaves out the fixes that would only change what is wrong: one is offered where the text that it makes has one problem less, or a
 * problem that has such a fix itself. All are tried together first, since mostly all are sound.
 */
export function withSoundFixes(
  diagnostics: readonly Diagnostic[],
  source: SourceFile,
  findProblems: FindProblems,
): readonly Diagnostic[] {
  const fixable = diagnostics.filter(isFixable);
  if (fixable.length === 0) return diagnostics;
  const isSound = (some: readonly Diagnostic[]) => leavesFewer(some, diagnostics, source, findProblems);
  if (isSound(fixable)) return diagnostics;
  if (fixable.length === 1) return diagnostics.map(withoutFix);
  let budget = mostRead;
  return diagnostics.map((diagnostic) => {
    if (!isFixable(diagnostic)) return diagnostic;
    budget -= source.text.length;
    return budget > 0 && isSound([diagnostic]) ? diagnostic : withoutFix(diagnostic);
  });
}

function leavesFewer(
  some: readonly Diagnostic[],
  all: readonly Diagnostic[],
  source: SourceFile,
  findProblems: FindProblems,
): boolean {
  const others = all.length - some.length;
  let text = mended(some, source);
  let known = new Set(all.map(keyOf));
  for (let round = 0; round < mostRounds; round++) {
    const left = findProblems(text);
    if (left.length <= others) return true;
    const fresh = left.filter((each) => !known.has(keyOf(each)));
    if (fresh.length === 0 || !fresh.every(isFixable) || left.length > all.length) return false;
    known = new Set(left.map(keyOf));
    text = mended(fresh, fresh[0]?.place.source ?? source);
  }
  return false;
}

function mended(diagnostics: readonly Diagnostic[], source: SourceFile): string {
  return applyFixes(diagnostics)[0]?.text ?? source.text;
}

/** Places move with a fix: a problem is known again by its words. */
function keyOf({ code, message, place: { source, range } }: Diagnostic): string {
  return `${code} ${message} ${source.lineText(source.positionAt(range.start).line)}`;
}

function isFixable({ fixes }: Diagnostic): boolean {
  return fixes.length === 1;
}

function withoutFix(diagnostic: Diagnostic): Diagnostic {
  return isFixable(diagnostic) ? { ...diagnostic, fixes: [] } : diagnostic;
}
