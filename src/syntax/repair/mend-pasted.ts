import type { TokenVector } from "../token-vector.js";
import { farthest, lineFrom } from "./line-of-tokens.js";
import { wholeLine } from "./mend-pasted-lines.js";
import type { TokenMender } from "./token-mender.js";
import { markTypes, typeNumbers } from "./type-numbers.js";

const { arrow, name, string } = typeNumbers;

/** What a mark of another script of the world is here: `：` and the like have a plain form in Unicode. */
function plainMark(mark: string): string {
  return mark === "、" ? "," : mark.normalize("NFKC");
}

const invisible = /^[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+$/u;

/** Characters without a shape come with copied text. A word that one of them cuts in two is one word. */
export function mendInvisible(mender: TokenMender, index: number, text: string): boolean {
  if (!invisible.test(text)) return false;
  const { tokens, output, problems } = mender;
  const start = tokens.startAt(index);
  const end = tokens.endAt(index);
  const shown = [...text].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  const fixes = [{ title: "Remove it", edits: [{ range: { start, end }, text: "" }] }];
  const help = "Remove it: nobody can see it.";
  problems.report("unexpected-character", start, end, { text: shown.join(" ") }, { help, fixes });
  const last = output.length - 1;
  const isCut = output.typeAt(last) === name && output.endAt(last) === start;
  if (isCut && tokens.typeAt(index + 1) === name && tokens.startAt(index + 1) === end) {
    output.extendLast(tokens.endAt(index + 1));
    mender.goTo(index + 2);
  }
  return true;
}

/** `：`, `－＞` and `１２`. */
export function mendWide(mender: TokenMender, index: number, text: string): boolean {
  const right = plainMark(text);
  const isNumber = /^\d+$/.test(right) && !mender.isFirst(index);
  const type = isNumber ? typeNumbers.number : markTypes.get(right);
  if (type === undefined || right === text) return false;
  mender.foreign(mender.tokens.startAt(index), mender.tokens.endAt(index), right);
  mender.put(type, mender.tokens.startAt(index), mender.tokens.endAt(index));
  return true;
}

/** What is to be done with a mark of a merge that has none of the others with it. */
export const leftByMerge = "Remove the line: it is left over from a merge.";

/** The marks of a merge that git could not finish. The first side is read. */
export function mendConflict(mender: TokenMender, index: number, text: string): boolean {
  if (!mender.isFirst(index)) return false;
  if (/^(?:>{7}|\|{7})$/.test(text)) return mendMarkOfMerge(mender, index);
  if (!text.startsWith("<<<<<<<")) return false;
  const { tokens, problems } = mender;
  const wholeConflict = mender.text.slice(tokens.endAt(index), tokens.endAt(index) + farthest);
  if (!/^(?:=======|>>>>>>>)/m.test(wholeConflict)) return mendMarkOfMerge(mender, index);
  const help = "Keep one side of the merge, and remove its three marks.";
  problems.report("unexpected-character", tokens.startAt(index), tokens.endAt(index), { text }, { help });
  let end = index;
  while (end < tokens.length && end < index + farthest && !tokens.imageAt(end).startsWith(">>>>>>>")) end++;
  let middle = index;
  while (middle < end && !isMiddle(mender, middle)) middle++;
  if (!isMark(mender, end)) {
    // The line between the two sides, without the mark behind them.
    if (middle < end) mender.leaveOut(middle, mender.lineEnd(middle));
    return true;
  }
  for (let at = mender.lineEnd(index); at < middle; at++) mender.output.copy(tokens, at, tokens.typeAt(at));
  mender.goTo(isMark(mender, end) ? mender.lineEnd(end) : index + 1);
  return true;
}

/** `>>>>>>> main` without the other marks. */
function mendMarkOfMerge(mender: TokenMender, index: number): boolean {
  const start = mender.tokens.startAt(index);
  const line = lineFrom(mender, index);
  mender.goTo(mender.lineEnd(index));
  const { output } = mender;
  let middle = output.length - 1;
  while (middle >= 0 && start - output.startAt(middle) < farthest && !isSeparator(output, middle)) middle--;
  if (middle >= 0 && isSeparator(output, middle)) {
    const end = output.startAt(middle) + 7;
    const help = "Keep one side of the merge, and remove its marks.";
    mender.problems.report("unexpected-character", end - 7, end, { text: "=======" }, { help });
    const rest: (readonly [number, number, number])[] = [];
    for (let at = middle; at < output.length; at++)
      if (output.startAt(at) >= end) rest.push([output.typeAt(at), output.startAt(at), output.endAt(at)]);
    output.truncate(middle);
    for (const token of rest) output.push(...token);
    return true;
  }
  const fixes = [{ title: "Remove the line", edits: [wholeLine(mender, start)] }];
  mender.problems.report(
    "unexpected-character",
    start,
    start + line.length,
    { text: line },
    { help: leftByMerge, fixes },
  );
  return true;
}

/** Whether a token begins the line between the two sides of a merge. */
function isSeparator(output: TokenVector, index: number): boolean {
  const start = output.startAt(index);
  return output.typeAt(index) === typeNumbers.equals && /^\n={7}\s/.test(output.text.slice(start - 1, start + 8));
}

function isMark({ tokens }: TokenMender, index: number): boolean {
  return index < tokens.length && tokens.imageAt(index).startsWith(">>>>>>>");
}

function isMiddle(mender: TokenMender, index: number): boolean {
  return mender.isFirst(index) && mender.text.startsWith("=======", mender.tokens.startAt(index));
}

/** `-&gt;` and `&quot;text&quot;` of a web page. */
export function mendEntity(mender: TokenMender, index: number): boolean {
  const [found, inner] = /^(?:[-=]+&gt;|&quot;(.*?)&quot;)/.exec(lineFrom(mender, index)) ?? [];
  if (found === undefined) return false;
  if (inner === undefined) mender.foreignText(index, found.length, arrow, "->");
  else mender.foreignText(index, found.length, string, `"${inner}"`);
  return true;
}
