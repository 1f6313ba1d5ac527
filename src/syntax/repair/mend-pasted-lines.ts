import { farthest, lineFrom } from "./line-of-tokens.js";
import type { TokenMender } from "./token-mender.js";

/** Where the second fence of a block stands, by the mender that has told the first. */
const closingFences = new WeakMap<TokenMender, number>();

/** A line "```journey" and its end, as they surround code in Markdown: both lines are no part of the text. */
export function mendFence(mender: TokenMender, index: number, text: string): boolean {
  if (!/^(?:`{3,}|~{3,})/.test(text) || !mender.isFirst(index)) return false;
  const { tokens, problems } = mender;
  const start = tokens.startAt(index);
  const line = lineFrom(mender, index);
  const [mark = ""] = /^[`~]+/.exec(text) ?? [];
  mender.goTo(mender.lineEnd(index));
  if (closingFences.get(mender) === start) return true;
  const end = start + line.length;
  const closing = new RegExp(`^[ \\t]*${mark}[ \\t]*$`, "m").exec(mender.text.slice(end, end + farthest));
  const edits = [wholeLine(mender, start)];
  if (closing !== null) {
    const at = end + closing.index + closing[0].indexOf(mark);
    closingFences.set(mender, at);
    edits.push(wholeLine(mender, at));
  }
  const help = "Remove the line: the fence of a block of code is no part of it.";
  problems.report("unexpected-character", start, end, { text: line }, { help, fixes: [{ title: "Remove it", edits }] });
  return true;
}

/** `+    key: 1` and `-    key: 2` of a diff, and the lines before them that name the files. */
export function mendDiff(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, problems } = mender;
  const start = tokens.startAt(index);
  const isAtMargin = mender.isFirst(index) && (start === 0 || mender.text.charAt(start - 1) === "\n");
  if (!isAtMargin) return false;
  const line = lineFrom(mender, index);
  const fix = (edits: readonly ReturnType<typeof wholeLine>[]) => [{ title: "Remove it", edits }];
  const [header] = /^(?:(?:--- |\+\+\+ |@@ ).*\r?\n?)+/.exec(mender.text.slice(start, start + longestHeader)) ?? [];
  if (header !== undefined && !line.startsWith("--- -")) {
    const help = "Remove it: lines with the names of files belong to a diff.";
    const edits = [{ range: { start, end: start + header.length }, text: "" }];
    problems.report("unexpected-character", start, start + line.length, { text: line }, { help, fixes: fix(edits) });
    let next = mender.lineEnd(index);
    while (next < tokens.length && tokens.startAt(next) < start + header.length) next++;
    mender.goTo(next);
    return true;
  }
  if (text.trim() === "+" && /^\+\s/.test(line)) {
    mender.superfluous(start, start + 1, "Remove it: it marks an added line in a diff.");
    return true;
  }
  if (text.trim() !== "-" || !/^-[ \t]{2}/.test(line)) return false;
  const help = "Remove the line: in a diff, it is one that is gone.";
  problems.report(
    "unexpected-character",
    start,
    start + 1,
    { text: "-" },
    { help, fixes: fix([wholeLine(mender, start)]) },
  );
  mender.goTo(mender.lineEnd(index));
  return true;
}

/** In characters. */
const longestHeader = 2000;

/** Removes the line of an offset, with its end. */
function wholeLine({ text }: TokenMender, offset: number) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { range: { start, end: end === -1 ? text.length : end + 1 }, text: "" };
}
