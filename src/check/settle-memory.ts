import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DeclaredText } from "./fixes-in-broken-text.js";
import type { CommentedText } from "./suppressions.js";

/** All that is settled about one file together. */
export interface GivenInFile {
  readonly path: string;
  readonly found: readonly Diagnostic[];
  /** The errors among them, before names that were copied are joined. */
  readonly errors: readonly Diagnostic[];
  /** Those that others may follow from. */
  readonly causes: readonly Diagnostic[];
  /** The text, where it was parsed. */
  readonly parsed: readonly (CommentedText & DeclaredText)[];
}

/** What is left of the findings of one file without looking at those of others. */
export interface SettledFile {
  /** Before the configuration's severities are applied. */
  readonly settled: readonly Diagnostic[];
  readonly told: readonly Diagnostic[];
  /** The paths of other files with places that these rest on. */
  readonly others: ReadonlySet<string>;
  /** By place, without those that rest on others; where they rest on other files, this is not known here. */
  readonly alone: readonly Diagnostic[];
}

/**
 * Keeps what became of the findings of each file, for programs that check a model again and again: after a keystroke those of all files but one are the
 * same objects. It serves one set of options.
 */
export class SettleMemory {
  readonly #files = new Map<string, { readonly given: GivenInFile; readonly settled: SettledFile }>();

  settledOf(given: GivenInFile): SettledFile | undefined {
    const known = this.#files.get(given.path);
    return known !== undefined && areSame(known.given, given) ? known.settled : undefined;
  }

  keep(given: GivenInFile, settled: SettledFile): void {
    this.#files.set(given.path, { given, settled });
  }

  /** Forgets files that are gone. */
  keepOnly(files: ReadonlyMap<string, unknown>): void {
    for (const path of this.#files.keys()) if (!files.has(path)) this.#files.delete(path);
  }
}

function areSame(left: GivenInFile, right: GivenInFile): boolean {
  return (
    areEqual(left.found, right.found) &&
    areEqual(left.errors, right.errors) &&
    areEqual(left.causes, right.causes) &&
    areEqual(left.parsed, right.parsed)
  );
}

function areEqual(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}
