import type { TextEdit } from "../diagnostics/diagnostic.js";
import { matchToEnd } from "../text/match-lines.js";

/** A stretch of a text that is compared as a whole, with what stands before it and is of no account. */
interface Piece {
  readonly gap: string;
  readonly text: string;
}

/** The edits that make one text of another, line by line, so that a cursor in lines that stay is not moved. */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  return editsBetween(linesOf(before), linesOf(after), 0);
}

/** The same in the smallest steps: in lines that change, the words that stay are left alone. */
export function wordEdits(before: string, after: string): readonly TextEdit[] {
  return lineEdits(before, after).flatMap(({ range, text }) =>
    editsBetween(wordsOf(before.slice(range.start, range.end)), wordsOf(text), range.start),
  );
}

function linesOf(text: string): readonly Piece[] {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => ({ gap: "", text: line }));
}

/** Words with the blanks before them; blanks at the end are an empty word's. */
function wordsOf(text: string): readonly Piece[] {
  return [...text.matchAll(/(\s*)(\S+)|\s+$/g)].map(([all, gap, word]) => ({ gap: gap ?? all, text: word ?? "" }));
}

/** The edits that make one list of pieces of another; the first piece begins at `offset`. */
function editsBetween(left: readonly Piece[], right: readonly Piece[], offset: number): readonly TextEdit[] {
  const ends = [offset];
  for (const { gap, text } of left) ends.push((ends.at(-1) ?? offset) + gap.length + text.length);
  const endOf = (index: number) => ends[index] ?? offset;
  const edits: TextEdit[] = [];
  const replace = (start: number, end: number, text: string) => {
    if (end > start || text !== "") edits.push({ range: { start, end }, text });
  };
  let [leftAt, rightAt] = [0, 0];
  const texts = (pieces: readonly Piece[]) => pieces.map(({ text }) => text);
  for (const same of matchToEnd(texts(left), texts(right))) {
    const gone = left.slice(leftAt, same.before);
    const come = right.slice(rightAt, same.after);
    replace(endOf(leftAt), endOf(leftAt) + sizeOf(gone), come.map(({ gap, text }) => gap + text).join(""));
    for (let index = 0; index < same.length; index++) {
      const [from, to] = [left[same.before + index]?.gap ?? "", right[same.after + index]?.gap ?? ""];
      const start = endOf(same.before + index);
      if (from !== to) replace(start, start + from.length, to);
    }
    leftAt = same.before + same.length;
    rightAt = same.after + same.length;
  }
  return edits;
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { gap, text }) => sum + gap.length + text.length, 0);
}
