const quote = 34;
const backslash = 92;
const lineFeed = 10;
const carriageReturn = 13;
const blockMark = '"""';

/** Where a string `"…"` ends; -1 when it does not within its line. */
export function findStringEnd(text: string, offset: number): number {
  const end = findQuoteOrLineEnd(text, offset);
  return text.charCodeAt(end) === quote ? end + 1 : -1;
}

/** The end of the line: what follows the mistake in the next lines stays readable. */
export function findUnterminatedStringEnd(text: string, offset: number): number {
  return findQuoteOrLineEnd(text, offset);
}

/** The offset of the closing quote, or else of the line's end. */
function findQuoteOrLineEnd(text: string, offset: number): number {
  for (let at = offset + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote || code === lineFeed || code === carriageReturn) return at;
    if (code === backslash) {
      const next = text.charCodeAt(at + 1);
      if (next !== lineFeed && next !== carriageReturn) at++;
    }
  }
  return text.length;
}

/**
 * Finds the ends of text blocks. Where the marks of a file do not pair up, indentation tells where a block ends: before the first
 * line that is not indented deeper than the line which opens the block.
 */
export class TextBlockMatcher {
  #byIndentation = false;
  /** From here on no mark closes a block; remembered so that many unclosed marks cost no more than one. */
  #unclosedFrom = Number.POSITIVE_INFINITY;

  /** Begins a new text; by indentation in a second run over a text whose marks do not pair up. */
  reset(byIndentation: boolean): void {
    this.#byIndentation = byIndentation;
    this.#unclosedFrom = Number.POSITIVE_INFINITY;
  }

  findClosedEnd(text: string, offset: number): number {
    if (!text.startsWith(blockMark, offset) || offset >= this.#unclosedFrom) return -1;
    const end = blockEnd(text, offset);
    if (end === -1) {
      this.#unclosedFrom = offset;
      return -1;
    }
    if (this.#byIndentation && dedentedLine(text, offset, end - blockMark.length) !== undefined) return -1;
    return end;
  }

  findUnclosedEnd(text: string, offset: number): number {
    if (!text.startsWith(blockMark, offset)) return -1;
    return dedentedLine(text, offset, text.length) ?? text.length;
  }
}

/** The offset after the closing mark; -1 when there is none. */
function blockEnd(text: string, offset: number): number {
  let at = text.indexOf(blockMark, offset + blockMark.length);
  while (at !== -1 && text.charCodeAt(at - 1) === backslash) at = text.indexOf(blockMark, at + blockMark.length);
  return at === -1 ? -1 : at + blockMark.length;
}

/**
 * The end of the line before the first one, up to `limit`, that is not indented deeper than the opening line (closing
 * marks and blank lines aside).
 */
function dedentedLine(text: string, offset: number, limit: number): number | undefined {
  const outer = indentation(text, text.lastIndexOf("\n", offset) + 1);
  let end = text.indexOf("\n", offset);
  while (end !== -1 && end < limit) {
    const next = end + 1;
    const width = indentation(text, next);
    const code = text.charCodeAt(next + width);
    const blank = code === lineFeed || code === carriageReturn || next + width >= text.length;
    if (!blank && width <= outer && !text.startsWith(blockMark, next + width)) {
      return text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
    }
    end = text.indexOf("\n", next);
  }
  return undefined;
}

function indentation(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at - lineStart;
}
