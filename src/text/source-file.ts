import type { Range } from "./range.js";

/** A place for people: both numbers start at 1, columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * One text with its name. `path` is what messages show (relative to where the user works, `/` as separator); nothing is
 * read through it. Line starts are found once, when the first position is asked for.
 */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  positionAt(offset: number): Position {
    const starts = this.#starts();
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= bounded) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, bounded - (starts[low] as number)) + 1 };
  }

  /** The text of a line (1-based) without its line end; empty beyond the last line. */
  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return "";
    const next = starts[line] ?? this.text.length;
    return this.text.slice(start, next).replace(/\r?\n$/, "");
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  slice(range: Range): string {
    return this.text.slice(range.start, range.end);
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    // A byte order mark is no part of the first line: editors do not count it.
    const starts = [this.text.charCodeAt(0) === 0xfeff ? 1 : 0];
    for (let at = this.text.indexOf("\n"); at !== -1; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}
