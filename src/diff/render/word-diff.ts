import { matchLines } from "../../text/match-lines.js";
import { now, old, type Piece, plain } from "./described.js";

/** Texts of at least this length are compared word by word. */
const longText = 60;

/** Number of words that stay before and after a change. */
const around = 3;

/**
 * A changed text word by word, where that reads better than the two whole texts: removed words in `[-…-]`, added ones in
 * `{+…+}`, as git marks them. `undefined` for short texts and for texts that have little in common.
 */
export function wordDiff(before: string, after: string): readonly Piece[] | undefined {
  if (Math.min(before.length, after.length) < longText) return undefined;
  const left = wordsOf(before);
  const right = wordsOf(after);
  const same = matchLines(left.map(withoutBlanks), right.map(withoutBlanks));
  const common = same.reduce((sum, { length }) => sum + length, 0);
  if (common * 2 < Math.max(left.length, right.length)) return undefined;
  const pieces: Piece[] = [];
  let leftAt = 0;
  let rightAt = 0;
  const tellUntil = (leftEnd: number, rightEnd: number) => {
    const gone = left.slice(leftAt, leftEnd).join("").trimEnd();
    const come = right.slice(rightAt, rightEnd).join("").trimEnd();
    // The blank keeps Markdown's code spans apart.
    if (gone !== "") pieces.push(old(`[-${gone}-]`), plain(" "));
    if (come !== "") pieces.push(now(`{+${come}+}`), plain(" "));
  };
  for (const stretch of same) {
    tellUntil(stretch.before, stretch.after);
    const isFirst = stretch.before === 0 && stretch.after === 0;
    leftAt = stretch.before + stretch.length;
    rightAt = stretch.after + stretch.length;
    const isLast = leftAt === left.length && rightAt === right.length;
    pieces.push(plain(shortened(left.slice(stretch.before, leftAt), isFirst, isLast)));
  }
  tellUntil(left.length, right.length);
  return pieces;
}

/** Words with the white space that follows them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function withoutBlanks(word: string): string {
  return word.trimEnd();
}

/** Equal words: those near a change, with an ellipsis for the others. */
function shortened(words: readonly string[], isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? 0 : around;
  const tail = isLast ? 0 : around;
  if (words.length <= head + tail + 1) return words.join("");
  return `${words.slice(0, head).join("")}… ${words.slice(words.length - tail).join("")}`;
}
