import type { SourceFile } from "../text/source-file.js";
import type { Diagnostic, TextEdit } from "./diagnostic.js";

/** A source after its fixes. */
export interface FixedSource {
  readonly source: SourceFile;
  readonly text: string;
  readonly count: number;
}

/**
 * Applies the fixes of diagnostics that have exactly one; where there are several, the author has to choose. Of fixes that
 * overlap, only the first is applied; the next run applies the others.
 */
export function applyFixes(diagnostics: readonly Diagnostic[]): readonly FixedSource[] {
  const bySource = new Map<SourceFile, (readonly TextEdit[])[]>();
  for (const { fixes, place } of diagnostics) {
    const [fix] = fixes;
    if (fix === undefined || fixes.length > 1 || place.pointer !== undefined) continue;
    const known = bySource.get(place.source);
    if (known) known.push(fix.edits);
    else bySource.set(place.source, [fix.edits]);
  }
  return [...bySource].map(([source, fixes]) => applyTo(source, fixes));
}

function applyTo(source: SourceFile, fixes: readonly (readonly TextEdit[])[]): FixedSource {
  const sorted = fixes
    .map((edits) => [...edits].sort(byStart))
    .sort((left, right) => (left[0]?.range.start ?? 0) - (right[0]?.range.start ?? 0));
  const applied: TextEdit[] = [];
  let count = 0;
  for (const edits of sorted) {
    const start = edits[0]?.range.start;
    const last = applied.at(-1);
    // Two changes that touch count as overlapping: their order would matter.
    if (start === undefined || (last !== undefined && start <= last.range.end)) continue;
    applied.push(...edits);
    count++;
  }
  return { source, text: applyEdits(source.text, applied), count };
}

/** A text after edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let changed = "";
  let at = 0;
  for (const { range, text: by } of [...edits].sort(byStart)) {
    changed += text.slice(at, range.start) + by;
    at = range.end;
  }
  return changed + text.slice(at);
}

function byStart(left: TextEdit, right: TextEdit): number {
  return left.range.start - right.range.start;
}
