import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type DiagnosticExtras, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { isName } from "../syntax/match-word.js";

/** Collects the diagnostics of the binder, and limits the time for suggestions in a run. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  #comparisons = 20_000;

  report<C extends Code>(code: C, place: Place, args: ArgumentsOf<C>, extras?: DiagnosticExtras): void {
    this.diagnostics.push(createDiagnostic(code, place, args, extras));
  }

  /** Adds a diagnostic that exists already. */
  add(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** Help and a fix with the nearest of the names; empty where none is near. */
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
