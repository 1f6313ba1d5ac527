import { applyFixes } from "../diagnostics/apply-fixes.js";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.js";
import type { Range } from "../text/range.js";

/** A fix with the finding that it is for. */
export interface OfferedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** Whether it is the only one, so that nobody has to choose. */
  readonly isOnly: boolean;
}

/** The fixes of findings that a selection touches. */
export function fixesAt(diagnostics: readonly Diagnostic[], selection: Range): readonly OfferedFix[] {
  return diagnostics
    .filter(({ place: { range } }) => range.start <= selection.end && selection.start <= range.end)
    .flatMap((diagnostic) =>
      diagnostic.fixes.map((fix) => ({ diagnostic, fix, isOnly: diagnostic.fixes.length === 1 })),
    );
}

/** The text after all fixes that need no choice; `undefined` where there are none. */
export function textWithFixes(diagnostics: readonly Diagnostic[]): string | undefined {
  return applyFixes(diagnostics)[0]?.text;
}
