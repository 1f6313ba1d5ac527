import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../text/source-file.js";

/**
 * Leaves out findings that rest on a place where something else is wrong: when that is mended, they are gone, or can be judged. Of findings that
 * rest on one another, all stay. What an error followed from is an error itself, so that a check with errors never passes.
 */
export function withoutResting(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const open = new Set(diagnostics.filter(({ restsOn }) => restsOn !== undefined && restsOn.length > 0));
  if (open.size === 0) return diagnostics;
  const sure = new Map<SourceFile, Diagnostic[]>();
  for (const diagnostic of diagnostics) if (!open.has(diagnostic)) add(sure, diagnostic);
  const errors = new Set<Diagnostic>();
  const left = new Set<Diagnostic>();
  /** Where a finding is left out, what rests on its place follows from the same cause. */
  const causes = new Map<Diagnostic, Diagnostic>();
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const diagnostic of open) {
      const found = causeOf(diagnostic, sure);
      if (found === undefined) continue;
      const cause = causes.get(found) ?? found;
      open.delete(diagnostic);
      left.add(diagnostic);
      causes.set(diagnostic, cause);
      add(sure, diagnostic);
      if (diagnostic.severity === "error") errors.add(cause);
    }
  }
  return diagnostics
    .filter((diagnostic) => !left.has(diagnostic))
    .map((diagnostic) => (errors.has(diagnostic) ? { ...diagnostic, severity: "error" } : diagnostic));
}

function add(found: Map<SourceFile, Diagnostic[]>, diagnostic: Diagnostic): void {
  const { source } = diagnostic.place;
  const inSource = found.get(source);
  if (inSource) inSource.push(diagnostic);
  else found.set(source, [diagnostic]);
}

function causeOf({ restsOn = [] }: Diagnostic, found: ReadonlyMap<SourceFile, readonly Diagnostic[]>) {
  for (const place of restsOn) {
    const cause = found.get(place.source)?.find((other) => isAt(other.place, place));
    if (cause !== undefined) return cause;
  }
  return undefined;
}

/** Whether a place is another one, or inside of it. */
function isAt(inner: Place, outer: Place): boolean {
  if (outer.pointer !== undefined)
    return inner.pointer === outer.pointer || inner.pointer?.startsWith(`${outer.pointer}/`) === true;
  const { start, end } = inner.range;
  return inner.pointer === undefined && outer.range.start <= start && end <= outer.range.end;
}
