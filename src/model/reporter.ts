import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type DiagnosticExtras, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { isName } from "../syntax/match-word.js";

/** Collects what the binder finds, and bounds the work spent on suggestions over a whole run. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  #comparisons = 20_000;

  report<C extends Code>(code: C, place: Place, args: ArgumentsOf<C>, extras?: DiagnosticExtras): void {
    this.diagnostics.push(createDiagnostic(code, place, args, extras));
  }

  /** Takes a diagnostic that another part has made. */
  add(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** Extras that offer the nearest of the names as help and as a fix; empty when none is near. */
  suggest(written: string, candidates: Iterable<string>, place: Place): DiagnosticExtras {
    const near = this.#nearest(written, candidates);
    if (near === undefined) return {};
    return {
      help: `Did you mean \`${near}\`?`,
      fixes: [{ title: `Change to ${near}`, edits: [{ range: place.range, text: asWritten(near) }] }],
    };
  }

  #nearest(written: string, candidates: Iterable<string>): string | undefined {
    if (this.#comparisons <= 0) return undefined;
    const bounded: string[] = [];
    for (const candidate of candidates) {
      if (this.#comparisons-- <= 0) break;
      bounded.push(candidate);
    }
    return nearestName(written, bounded);
  }
}

function asWritten(name: string): string {
  return isName(name) ? name : JSON.stringify(name);
}
