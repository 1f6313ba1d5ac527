import { typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import { mendOwnEdge } from "./mend-own-edge.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, lBracket, name, rBracket, string } = typeNumbers;

/** `TRUE ? Risk`: between an outcome and the name of a node, whatever mark stands there is meant as an arrow. */
export function mendQuestion(mender: TokenMender, index: number, text: string): boolean {
  const { tokens } = mender;
  const isEdge =
    mender.isFirst(index - 1) &&
    mender.isWordAt(index + 1) &&
    mender.typeAt(index + 2) === -1 &&
    /^[?!~:>|]+$/.test(text);
  if (!isEdge || !mender.cursor.isDeclared(tokens.imageAt(index + 1))) return false;
  mender.foreign(tokens.startAt(index), tokens.endAt(index), "->");
  mender.put(arrow, tokens.startAt(index), tokens.endAt(index));
  return true;
}

/** `a -- label --> B` of Mermaid, `a -[label]-> B` of Cypher: arrows have no labels. */
export function mendEdgeLabel(mender: TokenMender, index: number, text: string): boolean {
  const isBracketed = text === "-" && mender.typeAt(index + 1) === lBracket;
  if ((!isBracketed && !/^(?:-{2,}|={2,}|-\.+)/.test(text)) || mender.isFirst(index)) return false;
  const { tokens } = mender;
  const inLabel = new Set([name, string, ...(isBracketed ? [lBracket, rBracket, colon] : [])]);
  let end = index + 1;
  while (inLabel.has(mender.typeAt(end))) end++;
  const isArrow = mender.typeAt(end) === typeIndex(t.ForeignArrow) || mender.typeAt(end) === arrow;
  if (!isArrow || !mender.isWordAt(end + 1)) return false;
  const written = mender.text.slice(tokens.endAt(index), tokens.startAt(end)).trim();
  if (mendOwnEdge(mender, index, end + 1, written.replace(/^\[:?|\]$/g, ""))) return true;
  mender.foreign(tokens.startAt(index), tokens.endAt(end), "->");
  mender.put(arrow, tokens.startAt(index), tokens.endAt(end));
  mender.goTo(end + 1);
  return true;
}

/** `Next <- low` on a line of its own: the outcome stands first. In `low <- Next` only the arrow is wrong. */
export function mendBackArrow(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const isEdge = /^(?:<-{1,2}|<=|←|⇐)$/.test(text) && mender.isFirst(index - 1) && mender.lineEnd(index) === index + 2;
  if (!isEdge || !mender.isWordAt(index + 1)) return false;
  if (!mender.cursor.isDeclared(tokens.imageAt(index - 1))) {
    if (!mender.cursor.isDeclared(tokens.imageAt(index + 1))) return false;
    mender.foreignText(index, text.length, arrow, "->");
    return true;
  }
  const last = output.length - 1;
  const [start, end] = [output.startAt(last), output.endAt(last)];
  const type = output.typeAt(last);
  mender.foreign(start, tokens.endAt(index + 1), `${tokens.imageAt(index + 1)} -> ${tokens.imageAt(index - 1)}`);
  output.truncate(last);
  output.copy(tokens, index + 1, tokens.typeAt(index + 1));
  mender.put(arrow, tokens.startAt(index), tokens.endAt(index));
  mender.put(type, start, end);
  mender.goTo(index + 2);
  return true;
}

/** `>`, `-`, `- >` and the like between two words. */
export function mendArrow(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const last = output.length - 1;
  const start = tokens.startAt(index);
  if (/^>+$/.test(text) && output.typeAt(last) === arrow && output.endAt(last) === start) {
    mender.foreign(output.startAt(last), tokens.endAt(index), "->");
    return true;
  }
  if (mender.isFirst(index)) return false;
  let end = index + 1;
  if (text === "-" && tokens.imageAt(end) === ">" && !mender.isFirst(end)) end++;
  const isArrow =
    /^(?:[-=~−–—|]?>{1,2}|[-–—−~])$/.test(text) && isWord(tokens.typeAt(index - 1)) && mender.isWordAt(end);
  if (!isArrow) return false;
  if (!mender.isReadAsWhole(index)) mender.foreign(start, tokens.endAt(end - 1), "->");
  mender.put(arrow, start, tokens.endAt(end - 1));
  mender.goTo(end);
  return true;
}

/** `require Check != false before success`: a rule names what is passed. */
export function mendInequality(mender: TokenMender, index: number, text: string): boolean {
  const { tokens } = mender;
  if (text !== "!" || tokens.imageAt(index + 1) !== "=" || !mender.isReadAsWhole(index)) return false;
  const help = `Name the outcome that is taken instead, behind a dot: \`${tokens.imageAt(index - 1)}.outcome\`.`;
  const range = { start: tokens.startAt(index), end: tokens.endAt(index + 1) };
  mender.problems.report("unexpected-character", range.start, range.end, { text: "!=" }, { help });
  mender.goTo(mender.lineEnd(index));
  return true;
}

function isWord(type: number): boolean {
  return type === name || type === string;
}

/** `!FALSE -> A`: there is no rest of the outcomes. */
export function mendNegation(mender: TokenMender, index: number, text: string): boolean {
  const { tokens } = mender;
  if (!/^[!~^]$/.test(text) || !mender.isFirst(index) || !mender.isWordAt(index + 1)) return false;
  if (mender.typeAt(index + 2) !== arrow || tokens.endAt(index) !== tokens.startAt(index + 1)) return false;
  const help = "Name the outcomes that lead there one by one, with commas between them.";
  const found = `${text}${tokens.imageAt(index + 1)}`;
  mender.problems.report(
    "unexpected-character",
    tokens.startAt(index),
    tokens.endAt(index + 1),
    { text: found },
    { help },
  );
  mender.goTo(mender.lineEnd(index));
  return true;
}

/** `-> /Check` and `-> @Check`: a target is a name alone. */
export function mendTargetMark(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const touches = mender.isWordAt(index + 1) && tokens.endAt(index) === tokens.startAt(index + 1);
  const isLed = output.typeAt(output.length - 1) === arrow && !mender.isFirst(index);
  if (!/^[/*&!%~]+$/.test(text) || !touches || !isLed) return false;
  mender.superfluous(tokens.startAt(index), tokens.endAt(index), "Remove it: a target is the name of a node.");
  return true;
}

/** `-> Lock if tries > 3`: arrows have no conditions. */
export function mendCondition(mender: TokenMender, index: number): boolean {
  const { tokens, output } = mender;
  const lineStart = tokens.startAt(mender.lineStart(index));
  let word = output.length - 1;
  while (word > 1 && output.startAt(word) > lineStart && !/^(?:if|when|unless|where|while)$/.test(output.imageAt(word)))
    word--;
  if (word < 2 || output.startAt(word) <= lineStart || output.typeAt(word - 2) !== arrow) return false;
  const start = output.startAt(word);
  const end = tokens.endAt(mender.lineEnd(index) - 1);
  const help = "Remove it: an arrow has no condition. A node decides, and each of its outcomes has an arrow.";
  const args = { expected: "the end of the line", found: `"${mender.text.slice(start, end)}"` };
  mender.problems.report("syntax-error", start, end, args, { help });
  output.truncate(word);
  mender.goTo(mender.lineEnd(index));
  return true;
}
