import { farthest } from "./line-of-tokens.js";
import type { TokenMender } from "./token-mender.js";

/** The marks of comments elsewhere, with what ends one, if it is not the line. */
const commentMarks: readonly (readonly [mark: RegExp, end: string | undefined])[] = [
  [/^<!-{2,}/, "-->"],
  [/^\(\*/, "*)"],
  [/^-{2,}/, undefined],
  [/^;+$/, undefined],
  [/^%+$/, undefined],
  [/^\/$/, undefined],
];

export function mendComment(mender: TokenMender, index: number, text: string): boolean {
  const found = commentMarks.find(([mark]) => mark.test(text));
  if (found === undefined) return false;
  const { tokens } = mender;
  const start = tokens.startAt(index);
  const isFirst = mender.isFirst(index);
  if (isFirst && !/^[-<(]/.test(text) && namesNodeAlone(mender, index + 1)) {
    const help = "Write `->` for an arrow, and `//` for a comment.";
    mender.problems.report("unexpected-character", start, tokens.endAt(index), { text }, { help });
    return true;
  }
  if (!isFirst && (!/[\s]/.test(mender.text.charAt(start - 1)) || !/^(?:--|<!|\(\*)/.test(text))) return false;
  // `/path/to` is no comment.
  if (text === "/" && !/\s/.test(mender.text.charAt(start + 1))) return false;
  const [mark] = found[0].exec(text) ?? [""];
  const lineEnd = mender.lineEnd(index);
  const closing = found[1];
  const near = mender.text.slice(start, start + farthest);
  const inNear = closing === undefined ? -1 : near.indexOf(closing);
  const close = inNear === -1 ? -1 : start + inNear;
  if (closing !== undefined && close !== -1) {
    const closeEnd = close + closing.length;
    mender.foreign(start, start + mark.length, "/*", [
      { range: { start, end: start + mark.length }, text: "/*" },
      { range: { start: close, end: closeEnd }, text: "*/" },
    ]);
    let next = index + 1;
    while (next < tokens.length && tokens.startAt(next) < closeEnd) next++;
    mender.goTo(next);
  } else {
    mender.foreign(start, start + mark.length, "//");
    mender.goTo(lineEnd);
  }
  return true;
}

/** Whether the name of a node or end is all that follows on the line: `; Check` is no comment then, but an arrow that went wrong. */
export function namesNodeAlone(mender: TokenMender, index: number): boolean {
  return (
    mender.isWordAt(index) && mender.typeAt(index + 1) === -1 && mender.cursor.isDeclared(mender.tokens.imageAt(index))
  );
}
