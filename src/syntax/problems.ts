import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type DiagnosticExtras } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../text/source-file.js";

const mostReported = 100;
/** In characters: what is longer is no word. */
const longestWord = 100;

/**
 * Collects what is wrong with one text. A line gets one diagnostic, the first that is reported: what follows a mistake
 * on its line is nearly always its consequence. After a hundred lines a last diagnostic closes the list.
 */
export class Problems {
  readonly #source: SourceFile;
  readonly #byLine = new Map<number, Diagnostic>();
  #firstHidden: number | undefined;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  report<C extends Code>(
    code: C,
    start: number,
    end: number,
    args: ArgumentsOf<C>,
    extras: DiagnosticExtras = {},
  ): void {
    const { line } = this.#source.positionAt(start);
    if (this.#byLine.has(line)) return;
    if (this.#byLine.size >= mostReported) {
      this.#firstHidden = Math.min(start, this.#firstHidden ?? start);
      return;
    }
    const place = { source: this.#source, range: { start, end } };
    this.#byLine.set(line, createDiagnostic(code, place, args, extras));
  }

  /** The column of an offset of the text, from 1. */
  columnAt(offset: number): number {
    return this.#source.positionAt(offset).column;
  }

  /** The end of the word that begins at an offset; of any other mark, that of one character. */
  wordEnd(offset: number): number {
    const [word = "-"] = /^[\p{L}\p{N}_]+/u.exec(this.#source.text.slice(offset, offset + longestWord)) ?? [];
    return offset + word.length;
  }

  /** All diagnostics in the order of the text. */
  finish(): readonly Diagnostic[] {
    const found = [...this.#byLine.values()].sort((a, b) => a.place.range.start - b.place.range.start);
    if (this.#firstHidden !== undefined) {
      const range = { start: this.#firstHidden, end: this.#firstHidden };
      found.push(createDiagnostic("too-many-problems", { source: this.#source, range }, { count: found.length }));
    }
    return found;
  }
}
