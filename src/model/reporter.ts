import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type DiagnosticExtras, type Place } from "../diagnostics/diagnostic.js";
import { helpOnLookAlike, plainForm } from "../diagnostics/look-alike.js";
import { nearestNames } from "../diagnostics/suggest.js";
import { writtenName } from "../syntax/match-word.js";

const mostCompared = 200_000;

/** Collects the diagnostics of the binder, and limits the time for suggestions in a run. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  /** The nodes that journeys name and do not have, as `toldNode` gives them: scenarios do not tell them again. */
  readonly told = new Set<string>();
  #compared = 0;
  #postponed = 0;

  report<C extends Code>(code: C, place: Place, args: ArgumentsOf<C>, extras?: DiagnosticExtras): void {
    this.diagnostics.push(createDiagnostic(code, place, args, extras));
  }

  /** Notes that something is going to be reported. */
  postpone(): void {
    this.#postponed++;
  }

  /** Grows with whatever is found, reported already or not. */
  get found(): number {
    return this.diagnostics.length + this.#postponed;
  }

  /** Grows with whatever is found, and with every name that is compared with others to find what is meant. */
  get effort(): number {
    return this.found + this.#compared;
  }

  /** Adds a diagnostic that exists already. */
  add(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** Help and a fix with the nearest of the names; empty where none is near. */
  suggest(written: string, candidates: Iterable<string>, place: Place): DiagnosticExtras {
    const near = this.nearest(written, candidates);
    return this.offer(near === undefined ? [] : [near], place);
  }

  /** Help with the names that may be meant, and a fix where it can only be one. */
  offer(names: readonly string[], { range, source }: Place): DiagnosticExtras {
    const [name] = names;
    if (name === undefined) return {};
    const alike = names.length === 1 ? helpOnLookAlike(source.slice(range), name) : undefined;
    const help = alike ?? `Did you mean ${names.map((each) => `\`${each}\``).join(" or ")}?`;
    if (names.length > 1) return { help };
    return { help, fixes: [{ title: `Change to ${name}`, edits: [{ range, text: writtenName(name) }] }] };
  }

  /** The name that `written` most likely misspells; `undefined` too when a run has asked too often. */
  nearest(written: string, candidates: Iterable<string>): string | undefined {
    const [only, second] = this.allNearest(written, candidates);
    return second === undefined ? only : undefined;
  }

  /** The same with all that are equally near. */
  allNearest(written: string, candidates: Iterable<string>): readonly string[] {
    if (this.#compared >= mostCompared) return [];
    const bounded: string[] = [];
    const plain = plainForm(written);
    const most = Math.max(1, Math.floor(written.length / 3));
    for (const candidate of candidates) {
      if (candidate !== written && (candidate === plain || plainForm(candidate) === written)) return [candidate];
      if (Math.abs(candidate.length - written.length) > most) continue;
      if (this.#compared++ >= mostCompared) break;
      bounded.push(candidate);
    }
    return nearestNames(written, bounded);
  }
}

/** The key of a node's name in a journey. Joined with NUL, which no name contains. */
export function toldNode(journeyId: string, name: string): string {
  return `${journeyId}\u0000${name}`;
}

/** The key of the name of a script. */
export function toldScript(name: string): string {
  return `\u0000${name}`;
}
