const lineFeed = 10;
const carriageReturn = 13;

/** Whether a stretch of white space (the caller leaves out comments) contains an empty line. */
export function hasBlankLine(text: string, start: number, end: number): boolean {
  let lines = 0;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === lineFeed && ++lines === 2) return true;
  }
  return false;
}

/** Whether a stretch of text contains a line end. */
export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return true;
  }
  return false;
}

const blanks = /\s*/y;

/** The offset of the first character at or after `start` that is not white space. */
export function skipBlanks(text: string, start: number): number {
  blanks.lastIndex = start;
  blanks.test(text);
  return blanks.lastIndex;
}
