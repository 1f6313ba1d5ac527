import * as tokens from "../tokens.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, dot, duration, name, number, string } = typeNumbers;

/** What stands before an arrow; numbers are outcomes without their quotes. */
const inOutcomes: ReadonlySet<number> = new Set([comma, dot, name, string, number, duration]);

/** Words that stand before an outcome elsewhere. */
const leading = /^(?:if|on|when|case|unless|outcome|event|edge|transition)$/i;
/** Words that stand for an arrow elsewhere. */
const arrowWords = /^(?:go ?to|to|then|leads|next|return|goes|do)$/i;

/** Finds the arrow that ends a list of outcomes which begins at `index`; -1 when there is none. */
export function findArrow(state: MarkState, index: number): number {
  if (index < state.noArrowUntil) return -1;
  let at = index + 1;
  for (; ; at++) {
    // A list of outcomes may go on in the next line after a comma.
    const type = state.typeOf(at - 1) === comma ? state.typeOf(at) : state.cursor.typeAt(at);
    if (type === arrow) return at;
    if (!inOutcomes.has(type)) break;
  }
  state.noArrowUntil = at;
  return -1;
}

/** `a, b: Next` on one line, where `Next` is a node: answers the index of the colon that stands for the arrow, or -1. */
export function findColonForArrow(state: MarkState, index: number): number {
  const { cursor } = state;
  let at = index + 1;
  while (at < index + farthestToken && (cursor.isWord(at) || cursor.typeAt(at) === comma)) at++;
  const isEdge = cursor.typeAt(at) === colon && cursor.isWord(at + 1) && cursor.typeAt(at + 2) === -1;
  return isEdge && cursor.isDeclared(cursor.imageAt(at + 1)) ? at : -1;
}

/** Begins an edge whose arrow stands at `arrowIndex`. */
export function beginEdge(state: MarkState, index: number, arrowIndex: number): number {
  state.edgeEnd = arrowIndex;
  return state.take(index, tokens.OutcomeStart);
}

/** A word between the first outcome and the arrow: a comma that is missing before it is put in. */
export function markOutcome(state: MarkState, index: number): number {
  const previous = state.previousType;
  if (index === state.arrowWord) {
    state.foreign(index, index, "->");
    state.replace(tokens.Arrow, index, index);
    return index + 1;
  }
  if (index === state.arrowBefore) {
    state.missing("`->` before the target", index, " ->");
    state.insert(tokens.Arrow, index);
  } else if (previous !== comma && previous !== dot) {
    if (/^(?:and|or)$/i.test(state.cursor.imageAt(index)) && state.cursor.isWord(index + 1)) {
      state.foreign(index, index, ",");
      state.replace(tokens.Comma, index, index);
      return index + 1;
    }
    const end = endOfQuoted(state, index);
    if (end !== -1) return end;
    state.missing("`,` between two outcomes", index, ",");
    state.insert(tokens.Comma, index);
  }
  return state.take(index);
}

/** As many as an outcome may have: a broken line can have thousands. */
const mostWords = 8;

/** `rest of world -> Next` for an outcome that stands in quotes elsewhere: the words are one. -1 where none stands so. */
function endOfQuoted(state: MarkState, index: number): number {
  const { tokens: all, cursor, output } = state;
  const first = output.imageAt(output.length - 1);
  if (!all.text.includes(`"${first} ${cursor.imageAt(index)}`)) return -1;
  let end = index;
  while (end < state.edgeEnd && end < index + mostWords && all.typeAt(end) === name) end++;
  const words = Array.from({ length: end - index }, (_, at) => cursor.imageAt(index + at));
  for (; words.length > 0; words.pop()) {
    const quoted = `"${[first, ...words].join(" ")}"`;
    if (!isListed(quoted, all.text)) continue;
    const last = index + words.length - 1;
    state.foreign(index - 1, last, quoted);
    output.extendLast(all.endAt(last));
    return last + 1;
  }
  return -1;
}

/** Whether a text stands somewhere else than as the whole value of a property, such as the label of a button. */
function isListed(quoted: string, text: string): boolean {
  for (let at = text.indexOf(quoted); at !== -1; at = text.indexOf(quoted, at + 1))
    if (!/:[ \t]*$/.test(text.slice(Math.max(0, at - 20), at))) return true;
  return false;
}

/** Whether a word stands before an outcome elsewhere. */
export function isLeadingWord(word: string): boolean {
  return leading.test(word);
}

/** `if low -> Next`, `on low -> Next`: answers the index of the outcome itself; -1 where nothing stands before it. */
export function skipLeadingWord(state: MarkState, index: number, arrowWord = -1): number {
  const { cursor } = state;
  const outcome = cursor.imageAt(index + 1);
  if (!leading.test(cursor.imageAt(index)) || !cursor.isWord(index + 1)) return -1;
  if (arrowWord !== index + 2 && arrowsOnLine(state, index) === 1 && markElse(state, index)) return index + 1;
  if (arrowWord === index + 2) state.foreign(index, arrowWord, `${outcome} ->`);
  else if (arrowsOnLine(state, index) === 1) state.foreign(index, index + 1, outcome);
  else state.expected("one outcome with its arrow on a line", index);
  return index + 1;
}

/** `if true -> A` with `else -> B` below: all are told at the first. Answers whether there is an `else`. */
function markElse(state: MarkState, index: number): boolean {
  const { cursor, tokens: all } = state;
  const removed = (from: number, to: number) => ({
    range: { start: all.startAt(from), end: all.startAt(to) },
    text: "",
  });
  const edits = [removed(index, index + 1)];
  const outcome = cursor.imageAt(index + 1);
  const shown = [`\`${outcome} -> ${cursor.imageAt(index + 3)}\``];
  let last = -1;
  for (let at = state.nextLine(index); at < all.length; at = state.nextLine(at)) {
    const condition = /^else$/i.test(cursor.imageAt(at)) && /^if$/i.test(cursor.imageAt(at + 1)) ? at + 2 : at + 1;
    const isNext = condition === at + 2 || /^el(?:se?)?if$/i.test(cursor.imageAt(at));
    if (isNext && cursor.isWord(condition) && cursor.typeAt(condition + 1) === arrow) {
      for (let word = at; word < condition; word++) state.leftOut.add(word);
      edits.push(removed(at, condition));
      shown.push(`\`${cursor.imageAt(condition)} -> ${cursor.imageAt(condition + 2)}\``);
      continue;
    }
    const isElse = /^(?:else|otherwise|default)$/i.test(cursor.imageAt(at));
    if (isElse && cursor.typeAt(at + 1) === arrow && cursor.isWord(at + 2) && cursor.typeAt(at + 3) === -1) last = at;
    break;
  }
  if (edits.length === 1 && last === -1) return false;
  const opposite = edits.length === 1 ? { true: "false", false: "true" }[outcome] : undefined;
  if (last !== -1) {
    for (let word = last; word < last + 3; word++) state.leftOut.add(word);
    shown.push(`\`${opposite ?? "outcome"} -> ${cursor.imageAt(last + 2)}\``);
    if (opposite !== undefined) edits.push({ range: state.rangeOf(last), text: opposite });
  }
  const range = { start: all.startAt(index), end: all.endAt(index + 1) };
  const args = { found: all.text.slice(range.start, range.end), right: outcome };
  const help = `Name the outcome before each arrow: ${shown.join(", ")}.`;
  const isClear = last === -1 || opposite !== undefined;
  const fixes = isClear ? [{ title: "Write the outcomes", edits }] : [];
  state.problems.report("foreign-spelling", range.start, range.end, args, { help, fixes });
  return true;
}

/** `if outcome == "mail" -> Next`: the word before the arrow is the outcome. -1 for another line. */
export function markCondition(state: MarkState, index: number): number {
  const { cursor } = state;
  if (!leading.test(cursor.imageAt(index)) || state.block === "file") return -1;
  let arrowIndex = index + 1;
  while (arrowIndex < index + farthestToken && cursor.typeAt(arrowIndex) !== arrow) {
    if (cursor.typeAt(arrowIndex) === -1) return -1;
    arrowIndex++;
  }
  const outcome = arrowIndex - 1;
  if (outcome < index + 3 || !cursor.isWord(outcome) || !cursor.isWord(arrowIndex + 1)) return -1;
  if (!cursor.tokens.text.slice(cursor.tokens.startAt(index), cursor.tokens.startAt(outcome)).includes("=")) return -1;
  state.foreign(index, outcome, cursor.imageAt(outcome));
  return beginEdge(state, outcome, arrowIndex);
}

function arrowsOnLine(state: MarkState, index: number): number {
  let count = 0;
  for (let at = index + 1; at < index + farthestToken && state.cursor.typeAt(at) !== -1; at++)
    if (state.cursor.typeAt(at) === arrow) count++;
  return count;
}

/** `low goto Next` on one line: answers the index of the word that stands for the arrow, or -1. */
export function findArrowWord(state: MarkState, index: number): number {
  let at = index + 1;
  while (at < index + farthestToken && (state.cursor.isWord(at) || state.cursor.typeAt(at) === comma)) at++;
  const word = at - 2;
  const isLine = state.cursor.typeAt(at) === -1 && word > index;
  return isLine && arrowWords.test(state.cursor.imageAt(word)) && state.cursor.isWord(at - 1) ? word : -1;
}

/** `goto Next` alone on a line: the word stands for the arrow of the only outcome. -1 for another line. */
export function markArrowAlone(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (!/^(?:go ?to|next|then|return|to|target|leads)$/i.test(cursor.imageAt(index)) || state.block === "file")
    return -1;
  const target = index + 1;
  const isEdge = cursor.isWord(target) && cursor.typeAt(target + 1) === -1 && cursor.isDeclared(cursor.imageAt(target));
  // A script or a list may have an outcome of this name.
  if (!isEdge || state.block === "journey" || all.text.includes(`"${cursor.imageAt(index)}"`)) return -1;
  const range = { start: all.startAt(index), end: all.startAt(target) };
  state.foreign(index, index, "->", { range, text: "-> " });
  state.replace(tokens.Arrow, index, index);
  return state.take(target);
}

/** `a, b` with the arrow in the next line: answers the index of the arrow, or -1. */
export function findArrowBelow(state: MarkState, index: number): number {
  let at = index + 1;
  while (at < index + farthestToken && goesOn(state, at)) at++;
  if (!state.cursor.isFirst(at) || state.typeOf(at) !== arrow) return -1;
  const range = { start: state.tokens.endAt(at - 1), end: state.tokens.startAt(at) };
  const help = "The arrow stands on the line of its last outcome.";
  state.superfluous(at, "the arrow on the line above", help, { range, text: " " });
  return at;
}

/** Whether a list of outcomes goes on: after a comma in the next line, too. */
function goesOn(state: MarkState, at: number): boolean {
  if (state.cursor.isWord(at) || state.cursor.typeAt(at) === comma) return true;
  return state.typeOf(at - 1) === comma && (state.typeOf(at) === name || state.typeOf(at) === string);
}

/**
 * Recognises `true, false SendLink`, an edge without its arrow: words up to the end of the line, of which the last is the
 * name of a node. Answers the index of that name; -1 when it is something else.
 */
export function findTargetWithoutArrow(state: MarkState, index: number): number {
  let at = index + 1;
  while (state.cursor.isWord(at) || state.cursor.typeAt(at) === comma || state.cursor.typeAt(at) === dot) at++;
  const last = at - 1;
  const atLineEnd = state.cursor.typeAt(at) === -1 || state.cursor.typeAt(at) === typeNumbers.rBrace;
  const before = state.cursor.typeAt(last - 1);
  if (!atLineEnd || last === index || before === comma || before === dot) return -1;
  return state.cursor.isDeclared(state.cursor.imageAt(last)) ? last : -1;
}
