import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../text/source-file.js";

/**
 * Leaves out findings that rest on a place where something else is wrong: when that is mended, they are gone, or can be judged. Of findings that
 * rest on one another, all stay. What another finding followed from weighs as much as that, so that a check with errors never passes.
 */
export function withoutResting(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.every(({ restsOn = [] }) => restsOn.length === 0)) return diagnostics;
  const bySource = new Map<SourceFile, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { source } = diagnostic.place;
    const found = bySource.get(source);
    if (found) found.push(diagnostic);
    else bySource.set(source, [diagnostic]);
  }
  const possible = new Map(diagnostics.map((each) => [each, causesOf(each, bySource)]));
  /** What is certain to stand or to fall with a cause: that cause. */
  const rootOf = new Map<Diagnostic, Diagnostic>();
  for (const [diagnostic, causes] of possible) if (causes.length === 0) rootOf.set(diagnostic, diagnostic);
  for (let before = -1; before !== rootOf.size; ) {
    before = rootOf.size;
    for (const [diagnostic, causes] of possible) {
      const root = rootOf.has(diagnostic) ? undefined : causes.map((cause) => rootOf.get(cause)).find(Boolean);
      if (root !== undefined) rootOf.set(diagnostic, root);
    }
  }
  const isLeft = (diagnostic: Diagnostic) => (rootOf.get(diagnostic) ?? diagnostic) !== diagnostic;
  const severities = new Map<Diagnostic, Severity>();
  for (const diagnostic of diagnostics) {
    const root = rootOf.get(diagnostic);
    if (root === undefined || !isLeft(diagnostic)) continue;
    severities.set(root, worse(severities.get(root) ?? root.severity, diagnostic.severity));
  }
  return diagnostics
    .filter((diagnostic) => !isLeft(diagnostic))
    .map((diagnostic) => {
      const severity = severities.get(diagnostic) ?? diagnostic.severity;
      return severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
    });
}

const byWeight: readonly Severity[] = ["info", "warning", "error"];

function worse(left: Severity, right: Severity): Severity {
  return byWeight.indexOf(left) < byWeight.indexOf(right) ? right : left;
}

/** The other findings at the places that one rests on. */
function causesOf(diagnostic: Diagnostic, bySource: ReadonlyMap<SourceFile, readonly Diagnostic[]>) {
  const { restsOn = [] } = diagnostic;
  return restsOn.flatMap((place) =>
    (bySource.get(place.source) ?? []).filter((other) => other !== diagnostic && isAt(other.place, place)),
  );
}

/** Whether a place is another one, or inside of it. */
function isAt(inner: Place, outer: Place): boolean {
  if (outer.pointer !== undefined)
    return inner.pointer === outer.pointer || inner.pointer?.startsWith(`${outer.pointer}/`) === true;
  const { start, end } = inner.range;
  return inner.pointer === undefined && outer.range.start <= start && end <= outer.range.end;
}
