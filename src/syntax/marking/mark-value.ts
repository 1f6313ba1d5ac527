import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { farthest, type MarkState } from "./mark-state.js";

const name = typeIndex(tokens.NameToken);
const string = typeIndex(tokens.StringLiteral);
const number = typeIndex(tokens.NumberLiteral);
const arrow = typeIndex(tokens.Arrow);
const colon = typeIndex(tokens.Colon);
const comma = typeIndex(tokens.Comma);
const dot = typeIndex(tokens.Dot);
const at = typeIndex(tokens.At);
const equals = typeIndex(tokens.Equals);
const lBrace = typeIndex(tokens.LBrace);
const rBrace = typeIndex(tokens.RBrace);
const lBracket = typeIndex(tokens.LBracket);
const rBracket = typeIndex(tokens.RBracket);

/** In words; a longer text without quotes is no mistake but another file. */
const longestText = 300;

/** Marks a word in an object: a key, or its value. */
export function markValueWord(state: MarkState, index: number): number {
  const { cursor } = state;
  const next = cursor.typeAt(index + 1);
  if (next === colon) return state.take(index, tokens.KeyStart);
  if (next === equals && state.previousType !== colon) {
    state.foreignMark(index + 1, ":");
    state.take(index, tokens.KeyStart);
    state.replace(tokens.Colon, index + 1, index + 1);
    return index + 2;
  }
  if (state.previousType === colon) return markBareWords(state, index);
  if (!beginsValue(next) || cursor.typeAt(index + 2) === colon) return state.take(index);
  state.take(index, tokens.KeyStart);
  state.missing("`:` after the key", index + 1, ":");
  state.insert(tokens.Colon, index + 1);
  return index + 1;
}

/** `{ de: Mit dem Konto, en: … }`: the words of a text that lacks its quotes are one. */
function markBareWords(state: MarkState, index: number): number {
  const { cursor } = state;
  let end = index + 1;
  while (cursor.typeAt(end) === name && end < index + longestText) end++;
  const after = cursor.typeAt(end);
  if (end === index + 1 || state.typeOf(index) !== name || (after !== comma && after !== rBrace && after !== -1))
    return state.take(index);
  state.replace(tokens.NameToken, index, end - 1);
  return end;
}

function beginsValue(type: number): boolean {
  return type === name || type === string || type === number || type === lBrace || type === lBracket;
}

/** Takes a mark in a list or an object. One that is doubled or makes no sense where it stands is reported and left out. */
export function markValueMark(state: MarkState, index: number, type: number): number {
  const { cursor } = state;
  if (type !== arrow && type !== colon && type !== comma && type !== dot && type !== at && type !== equals)
    return state.take(index);
  const isInList = state.block === "list";
  // `expect path [A -> B]`
  if (isInList && type === arrow && cursor.isWord(index - 1) && cursor.isWord(index + 1)) {
    const { start, end } = state.rangeOf(index);
    const help = "Write `,` between two nodes, and `.` before an outcome.";
    state.problems.report("syntax-error", start, end, { expected: "`,` or `.`", found: '"->"' }, { help });
    state.replace(tokens.Comma, index, index);
    return index + 1;
  }
  const isDoubled = type === state.previousType && !cursor.isFirst(index);
  if (isDoubled && (type !== comma || (touches(state, index) && touches(state, index - 1)))) {
    const { end } = state.rangeOf(index);
    const edit = { range: { start: state.tokens.endAt(index - 1), end }, text: "" };
    state.superfluous(index, "something else after the same mark", "Write it once.", edit);
    return index + 1;
  }
  if (isDoubled) state.expected("a value before the `,`", index);
  else if (isInList && type !== comma && type !== dot) state.expected("a value, `,` or `]`", index);
  else return state.take(index);
  return index + 1;
}

function touches(state: MarkState, index: number): boolean {
  return state.tokens.endAt(index - 1) === state.tokens.startAt(index);
}

/**
 * Brackets of a value that other languages have where this one has others: `choices: {"a", "b"}`, `messageYes: [en: "Yes"]`.
 * Answers the index behind them; -1 where an opening bracket is none of these.
 */
export function markValueBrackets(state: MarkState, index: number): number {
  if (state.previousType !== colon) return -1;
  return state.typeOf(index) === lBracket ? markObjectInBrackets(state, index) : markListInBraces(state, index);
}

/** `messageYes: [ en: "Yes", de: "Ja" ]`: values with keys stand in braces. */
function markObjectInBrackets(state: MarkState, index: number): number {
  const { cursor } = state;
  const isKey = (key: number) => cursor.isWord(key) && cursor.typeAt(key + 1) === colon;
  if (!isKey(index + 1)) return -1;
  let close = index + 1;
  while (close < index + farthest && (isFlat(cursor.typeAt(close)) || cursor.typeAt(close) === colon)) close++;
  if (cursor.typeAt(close) !== rBracket) return -1;
  const edits = [
    { range: state.rangeOf(index), text: "{" },
    { range: state.rangeOf(close), text: "}" },
  ];
  const { start, end } = state.rangeOf(index);
  const fixes = [{ title: "Write { and }", edits }];
  state.problems.report("foreign-spelling", start, end, { found: "[ … ]", right: "{ … }" }, { fixes });
  state.replace(tokens.LBrace, index, index);
  for (let each = index + 1; each < close; each++) state.take(each, isKey(each) ? tokens.KeyStart : undefined);
  state.replace(tokens.RBrace, close, close);
  return close + 1;
}

/** `choices: {"a", "b"}`: values without keys are a list. */
function markListInBraces(state: MarkState, index: number): number {
  const close = closeOfFlat(state, index);
  const second = state.typeOf(index + 2);
  if (close === -1 || state.typeOf(index + 1) !== string || (second !== comma && index + 2 !== close)) return -1;
  const { start, end } = state.rangeOf(index);
  // A text in several languages lacks its keys instead: there is no fix.
  state.problems.report("foreign-spelling", start, end, { found: "{ … }", right: "[ … ]" });
  state.replace(tokens.LBracket, index, index);
  for (let each = index + 1; each < close; each++) state.take(each);
  state.replace(tokens.RBracket, close, close);
  return close + 1;
}

/** The bracket that closes a flat list of words, numbers and commas; -1 where something else stands there. */
function closeOfFlat(state: MarkState, index: number): number {
  let close = index + 1;
  while (close < index + farthest && isFlat(state.typeOf(close))) close++;
  const type = state.typeOf(close);
  return close > index + 1 && (type === rBrace || type === rBracket) ? close : -1;
}

function isFlat(type: number): boolean {
  return type === name || type === string || type === number || type === comma || type === dot;
}
