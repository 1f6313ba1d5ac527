import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { namesNodeAlone } from "./mend-comment.js";
import { isAtMargin, wholeLine } from "./mend-pasted-lines.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

/** Bullets, and what mails, consoles and diffs put before lines. */
const lineMark = /^(?:[-+*•·◦▪»$]|>{1,3})$/;
/** What stands behind the number of a line. */
const numberMark = /^[|)│┃]$/;
/** Lines in a row that are looked at together. */
const mostLines = 2000;

/** `- DONE -> Next`, `+  maxLife: 72`, `> start -> Ask`: lines need no mark before them. All lines in a row are mended together. */
export function mendLineMarks(mender: TokenMender, index: number, text: string): boolean {
  const isNumbered = isBehindNumber(mender, index, text);
  const first = isNumbered ? index - 1 : index;
  if (markEnd(mender, first) === -1 || (text === "*" && !mender.isWordAt(index + 1))) return false;
  if (isNumbered) mender.output.truncate(mender.output.length - 1);
  if (/^>+$/.test(text) && namesNodeAlone(mender, index + 1)) {
    mender.foreign(mender.tokens.startAt(index), mender.tokens.endAt(index), "->");
    mender.put(typeNumbers.arrow, mender.tokens.startAt(index), mender.tokens.endAt(index));
    return true;
  }
  const lines: number[] = [];
  for (let at = first; lines.length < mostLines && markEnd(mender, at) !== -1; at = mender.lineEnd(at)) lines.push(at);
  const { tokens, text: whole } = mender;
  const isGone = (at: number) => tokens.imageAt(at) === "-" && isAtMargin(mender, at) && farFromMark(mender, at);
  const isDiff = lines.some((at) => tokens.imageAt(at) === "+") || lines.every(isGone);
  const edits: TextEdit[] = [];
  for (const at of lines) {
    const start = tokens.startAt(at);
    const isRemoved = isDiff && tokens.imageAt(at) === "-";
    const end = mender.lineEnd(at);
    const behind = markEnd(mender, at);
    mender.leaveOut(at, isRemoved ? end : behind);
    if (isRemoved) edits.push(wholeLine(mender, start));
    else edits.push({ range: { start, end: isDiff ? tokens.endAt(at) : tokens.startAt(behind) }, text: "" });
  }
  const start = tokens.startAt(first);
  const help = isDiff ? diffHelp(lines.length, text) : "Remove it: a line needs no mark before it.";
  const fixes = [{ title: lines.length === 1 ? "Remove it" : "Remove the marks before the lines", edits }];
  const end = tokens.endAt(index);
  mender.problems.report("unexpected-character", start, end, { text: whole.slice(start, end) }, { help, fixes });
  mender.goTo(index);
  return true;
}

function diffHelp(count: number, mark: string): string {
  if (count > 1) return "These lines come from a diff: remove the `+` and the lines with `-`.";
  return mark === "+"
    ? "Remove it: it marks an added line in a diff."
    : "Remove the line: in a diff, it is one that is gone.";
}

/** `-    key: 1`, as a diff has it; a bullet has one blank behind it. */
function farFromMark({ tokens, text }: TokenMender, index: number): boolean {
  return /^[ \t]{2}/.test(text.slice(tokens.endAt(index), tokens.endAt(index) + 2));
}

/** `34 |` and `34)`, where the number has been taken for a value. */
function isBehindNumber(mender: TokenMender, index: number, text: string): boolean {
  return numberMark.test(text) && index > 0 && mender.isFirst(index - 1) && isNumber(mender, index - 1);
}

/** Behind the mark that stands here before the rest of a line; -1 for none. */
function markEnd(mender: TokenMender, index: number): number {
  const { tokens } = mender;
  if (index >= tokens.length || !mender.isFirst(index) || mender.typeAt(index + 1) === -1) return -1;
  const image = tokens.imageAt(index);
  const next = tokens.imageAt(index + 1);
  if (/^\d+\.$/.test(image)) return index + 1;
  if (isNumber(mender, index)) return numberMark.test(next) && mender.typeAt(index + 2) !== -1 ? index + 2 : -1;
  // `- > Next` and `-> Next`
  return lineMark.test(image) && !next.startsWith(">") ? index + 1 : -1;
}

function isNumber({ tokens }: TokenMender, index: number): boolean {
  return tokens.typeAt(index) === typeNumbers.number;
}
