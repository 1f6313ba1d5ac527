import { countBelow } from "./count-below.js";
import type { Range } from "./range.js";

/** A place for people: both numbers start at 1, columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const loneReturn = /\r(?!\n)/;

/**
 * One text with its name. `path` is what messages show (relative to where the user works, `/` as separator); nothing is
 * read through it. Line starts are found once, as far as positions are asked for: a text that is refused for its size may have
 * more lines than there is memory for.
 */
export class SourceFile {
  readonly path: string;
  #text: string;
  #lineStarts: number[] | undefined;
  #endOfLines: string | undefined;
  /** Up to here the line starts are known. */
  #searched = 0;

  constructor(path: string, text: string) {
    this.path = path;
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Has another text from now on, for whoever moves all that is known of the text before to where it stands in this one. */
  become(text: string): void {
    this.#text = text;
    this.#lineStarts = undefined;
    this.#endOfLines = undefined;
    this.#searched = 0;
  }

  /** The same with `\n` in the place of every `\r` that stands alone, so that no offset changes. */
  withLineFeeds(): SourceFile {
    if (!loneReturn.test(this.text)) return this;
    return new SourceFile(this.path, this.text.replaceAll(new RegExp(loneReturn, "g"), "\n"));
  }

  /** The last character of a line. A text without any line feed has the line ends of old Macs. */
  get #lineEnd(): string {
    this.#endOfLines ??= this.text.includes("\n") ? "\n" : "\r";
    return this.#endOfLines;
  }

  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.#startsUntil(bounded);
    const line = Math.max(1, countBelow(starts, bounded + 1));
    return { line, column: Math.max(0, bounded - (starts[line - 1] as number)) + 1 };
  }

  /** The text of a line (1-based) without its line end; empty beyond the last line. */
  lineText(line: number): string {
    const starts = this.#startsUntil(Number.POSITIVE_INFINITY, line + 1);
    const start = starts[line - 1];
    if (start === undefined) return "";
    const next = starts[line] ?? this.text.length;
    return this.text.slice(start, next).replace(/\r?\n$|\r$/, "");
  }

  /** The offset at which a line (1-based) begins; the end of the text beyond the last line. */
  lineStart(line: number): number {
    return this.#startsUntil(Number.POSITIVE_INFINITY, line + 1)[line - 1] ?? this.text.length;
  }

  get lineCount(): number {
    return this.#startsUntil(Number.POSITIVE_INFINITY).length;
  }

  slice(range: Range): string {
    return this.text.slice(range.start, range.end);
  }

  /** The starts of the lines up to an offset or up to a number of lines, and perhaps of more lines. */
  #startsUntil(offset: number, count = Number.POSITIVE_INFINITY): readonly number[] {
    // A byte order mark is no part of the first line: editors do not count it.
    this.#lineStarts ??= [this.text.charCodeAt(0) === 0xfeff ? 1 : 0];
    const starts = this.#lineStarts;
    while (this.#searched < offset && starts.length < count) {
      const end = this.text.indexOf(this.#lineEnd, this.#searched);
      this.#searched = end === -1 ? Number.POSITIVE_INFINITY : end + 1;
      if (end !== -1) starts.push(end + 1);
    }
    return starts;
  }
}
