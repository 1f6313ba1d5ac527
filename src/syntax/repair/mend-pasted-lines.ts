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

/** The lines of a diff that name the files and the place of a change. */
export function mendDiffHeader(mender: TokenMender, index: number): boolean {
  const { tokens, problems } = mender;
  const start = tokens.startAt(index);
  if (!isAtMargin(mender, index)) return false;
  const line = lineFrom(mender, index);
  const [header] = /^(?:(?:--- |\+\+\+ |@@ ).*\r?\n?)+/.exec(mender.text.slice(start, start + longestHeader)) ?? [];
  if (header === undefined || line.startsWith("--- -")) return false;
  const end = start + header.length;
  const help = "Remove it: lines with the names of files belong to a diff.";
  const fixes = [{ title: "Remove it", edits: [{ range: { start, end }, text: "" }] }];
  problems.report("unexpected-character", start, start + line.length, { text: line }, { help, fixes });
  mender.skipTo(mender.lineEnd(index), end);
  return true;
}

/** Whether a token is the first on its line, without white space before it. */
export function isAtMargin({ tokens, text }: TokenMender, index: number): boolean {
  const start = tokens.startAt(index);
  return start === 0 || text.charAt(start - 1) === "\n";
}

/** In characters. */
const longestHeader = 2000;

/** Removes the line of an offset, with its end. */
export function wholeLine({ text }: { readonly text: string }, offset: number) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { range: { start, end: end === -1 ? text.length : end + 1 }, text: "" };
}
