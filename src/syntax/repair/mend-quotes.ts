import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { string } = typeNumbers;

/** Marks around a text that begin no text here; `\"` comes with text from inside of a string. */
const strangeMark = /\\"|["“”„‟″＂]|``|''|´/g;
const beginsText = /^(?:\\$|[“”„‟″＂´]|``$|''$)/;

/** `＂text＂`, `\"text\"`, `"a”, "b”`: all marks of the line are meant as `"`. */
export function mendQuotes(mender: TokenMender, index: number, text: string): boolean {
  const { tokens } = mender;
  const start = tokens.startAt(index);
  const isEscaped = text === "\\";
  if (!beginsText.test(text) || (isEscaped && mender.text.charAt(start + 1) !== '"')) return false;
  const lineStart = tokens.startAt(mender.lineStart(index));
  const line = mender.text.slice(lineStart, lineEndOf(mender.text, start));
  const marks = [...line.matchAll(strangeMark)];
  const edits = marks
    .filter(([mark]) => mark !== '"')
    .map(({ index: at, 0: mark }) => ({
      range: { start: lineStart + at, end: lineStart + at + mark.length },
      text: '"',
    }));
  const own = isEscaped ? 2 : text.length;
  mender.foreign(start, start + own, '"', edits);
  const closing = marks.find(({ index: at }) => lineStart + at >= start + own);
  const end = closing === undefined ? start + own : lineStart + closing.index + closing[0].length;
  mender.put(string, start, end);
  mender.skipTo(index + 1, end);
  return true;
}

function lineEndOf(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end === -1 ? text.length : offset + end;
}
