import type { Range } from "../../text/range.js";

interface Edit extends Range {
  readonly text: string;
}

/**
 * Collects changes of a text by offset and applies them together. Several insertions at the same offset keep their
 * order.
 */
export class TextEdits {
  readonly text: string;
  readonly #edits: Edit[] = [];
  readonly #hasCarriageReturns: boolean;

  constructor(text: string) {
    this.text = text;
    this.#hasCarriageReturns = text.includes("\r\n");
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  replace(range: Range, text: string): void {
    if (this.text.slice(range.start, range.end) !== text)
      this.#edits.push({ start: range.start, end: range.end, text });
  }

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  /** Inserts lines below the line that contains `offset`. */
  insertBelow(offset: number, lines: string): void {
    this.insert(this.lineEnd(offset), `\n${lines.replace(/\n$/, "")}`);
  }

  /** Inserts lines above the line that contains `offset`, and above the comments that belong to it. */
  insertAbove(offset: number, lines: string): void {
    this.insert(this.#aboveComments(this.lineStart(offset)), `${lines}\n`);
  }

  /**
   * Removes a range with the comments directly above it, and the whole lines if they contain nothing else. Of the blank
   * lines around it, one is left between neighbours and none at the edge of a block.
   */
  remove(range: Range): void {
    const lineStart = this.lineStart(range.start);
    const lineEnd = this.lineEnd(range.end);
    const before = this.text.slice(lineStart, range.start);
    const after = this.text.slice(range.end, lineEnd);
    if (before.trim() !== "" || !/^\s*(?:\/\/.*)?$/.test(after)) {
      this.replace(range, "");
      return;
    }
    const start = this.#aboveComments(lineStart);
    const above = start === 0 ? undefined : this.lineStart(start - 1);
    const below = this.#nextLine(lineEnd);
    const blankBelow = below !== undefined && this.#isBlank(below);
    const closesBelow = below !== undefined && /^\s*[}\]]/.test(this.text.slice(below, this.lineEnd(below)));
    const opensAbove =
      above === undefined || /[{[]\s*(?:\/\/.*)?$/.test(this.text.slice(above, this.#endBefore(start)));
    if (opensAbove && blankBelow) this.#removeLines(start, this.lineEnd(below));
    else if (above !== undefined && this.#isBlank(above) && (blankBelow || closesBelow))
      this.#removeLines(above, lineEnd);
    else this.#removeLines(start, lineEnd);
  }

  /** Removes lines together with the line end before them, so that text inserted below them stays intact. */
  #removeLines(start: number, end: number): void {
    const from = start === 0 ? 0 : this.#endBefore(start);
    const to = start === 0 ? (this.#nextLine(end) ?? end) : end;
    this.#edits.push({ start: from, end: to, text: "" });
  }

  #endBefore(lineStart: number): number {
    return this.text[lineStart - 2] === "\r" ? lineStart - 2 : lineStart - 1;
  }

  #nextLine(lineEnd: number): number | undefined {
    const feed = this.text.indexOf("\n", lineEnd);
    return feed === -1 ? undefined : feed + 1;
  }

  /** Applies all changes. Where two of them overlap, the first one wins. */
  apply(): string {
    const sorted = this.#edits.map((edit, index) => ({ edit, index }));
    sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
    let text = "";
    let at = 0;
    for (const { edit } of sorted) {
      if (edit.start < at) continue;
      text += this.text.slice(at, edit.start) + this.#withLineEnds(edit.text);
      at = edit.end;
    }
    return text + this.text.slice(at);
  }

  /** New lines end like those that are there. */
  #withLineEnds(text: string): string {
    return this.#hasCarriageReturns ? text.replace(/\r?\n/g, "\r\n") : text;
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  lineEnd(offset: number): number {
    const end = this.text.indexOf("\n", offset);
    if (end === -1) return this.text.length;
    return this.text[end - 1] === "\r" && end - 1 >= offset ? end - 1 : end;
  }

  #isBlank(lineStart: number): boolean {
    return lineStart < this.text.length && this.text.slice(lineStart, this.lineEnd(lineStart)).trim() === "";
  }

  #aboveComments(lineStart: number): number {
    let start = lineStart;
    while (start > 0) {
      const previous = this.lineStart(start - 1);
      if (!/^\s*\/\//.test(this.text.slice(previous, start))) return start;
      start = previous;
    }
    return start;
  }
}
