import { indentationOf } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, dot, lBrace, lBracket, name, number, rBrace, rBracket, string } = typeNumbers;

/**
 * Brackets that other languages have where this one has none or others: `[low, high] -> Next`, `low -> { Next }`,
 * `choices: {"a", "b"}`. Answers the index behind them; -1 where an opening bracket is none of these.
 */
export function markForeignBrackets(state: MarkState, index: number): number {
  const attributes = markAttributes(state, index);
  if (attributes !== -1) return attributes;
  const object = markObjectInBrackets(state, index);
  if (object !== -1) return object;
  const placeholder = markPlaceholder(state, index);
  if (placeholder !== -1) return placeholder;
  const close = closeOnLine(state, index);
  if (close === -1) return -1;
  const outcomes = markBracketedOutcomes(state, index, close);
  if (outcomes !== -1) return outcomes;
  if (state.previousType === arrow) return markBracketedTarget(state, index, close);
  return markListInBraces(state, index, close);
}

/** `low -> Next [label="x"]` of Graphviz: arrows have no attributes. */
function markAttributes(state: MarkState, index: number): number {
  const { cursor, output, tokens: all } = state;
  const isBehindTarget =
    output.typeAt(output.length - 2) === arrow && state.previousType !== lBracket && !cursor.isFirst(index);
  if (!isBehindTarget || state.typeOf(index) !== lBracket) return -1;
  let close = index + 1;
  while (close < index + farthestToken && cursor.typeAt(close) !== -1 && cursor.typeAt(close) !== rBracket) close++;
  if (cursor.typeAt(close) !== rBracket) return -1;
  const range = { start: all.endAt(index - 1), end: all.endAt(close) };
  state.superfluous(index, "a new line", "Remove it: arrows have no attributes.", { range, text: "" });
  return close + 1;
}

/** `messageYes: [ en: "Yes", de: "Ja" ]`: values with keys stand in braces. */
function markObjectInBrackets(state: MarkState, index: number): number {
  const { cursor } = state;
  const isKey = (at: number) => cursor.isWord(at) && cursor.typeAt(at + 1) === colon;
  if (state.previousType !== colon || state.typeOf(index) !== lBracket || !isKey(index + 1)) return -1;
  let close = index + 1;
  while (close < index + farthestToken && (isFlat(cursor.typeAt(close)) || cursor.typeAt(close) === colon)) close++;
  if (cursor.typeAt(close) !== rBracket) return -1;
  const edits = [
    { range: state.rangeOf(index), text: "{" },
    { range: state.rangeOf(close), text: "}" },
  ];
  const { start, end } = state.rangeOf(index);
  const fixes = [{ title: "Write { and }", edits }];
  state.problems.report("foreign-spelling", start, end, { found: "[ … ]", right: "{ … }" }, { fixes });
  state.replace(tokens.LBrace, index, index);
  for (let at = index + 1; at < close; at++) state.take(at, isKey(at) ? tokens.KeyStart : undefined);
  state.replace(tokens.RBrace, close, close);
  return close + 1;
}

/** `properties:` with indented `key: value` lines below, as in YAML: they stand in braces. -1 where something else follows the key. */
export function markIndentedObject(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const first = index + 2;
  const isMap = cursor.isFirst(first) && cursor.typeAt(first + 1) === colon && isDeeper(state, first, index);
  if (!isMap || state.objectEnd !== -1) return -1;
  let end = first + 1;
  let depth = 0;
  for (; end < all.length && (depth > 0 || !cursor.isFirst(end) || isDeeper(state, end, index)); end++) {
    const type = all.typeAt(end);
    if (type === lBrace || type === lBracket) depth++;
    else if ((type === rBrace || type === rBracket) && --depth < 0) return -1;
  }
  const { start, end: behind } = state.rangeOf(index + 1);
  const last = all.endAt(end - 1);
  const edits = [
    { range: { start: behind, end: behind }, text: " {" },
    { range: { start: last, end: last }, text: `\n${state.indentAt(index)}}` },
  ];
  const args = { expected: "`{` before values with keys", found: `"${cursor.imageAt(first)}"` };
  const help = "Values with keys stand in braces: write `{` here, and `}` behind the last one.";
  // A node that is written so has a finding of its own.
  const isNode = state.block === "journey" && /^(?:node_?)?type$/i.test(cursor.imageAt(first));
  if (!isNode)
    state.problems.report("syntax-error", start, behind, args, { help, fixes: [{ title: "Write { and }", edits }] });
  state.take(index, tokens.KeyStart);
  state.take(index + 1);
  state.openObject(first, end);
  return first;
}

function isDeeper({ tokens: all }: MarkState, index: number, than: number): boolean {
  return indentationOf(all.text, all.startAt(index)) > indentationOf(all.text, all.startAt(than));
}

/** `{esv.host}`, `{{ esv.host }}` and `{brand}`: placeholders and parameters stand in quotes. */
function markPlaceholder(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (state.previousType !== colon || state.typeOf(index) !== lBrace) return -1;
  const first = cursor.typeAt(index + 1) === lBrace ? index + 2 : index + 1;
  let close = first;
  while (cursor.typeAt(close) === name || (close > first && cursor.typeAt(close) === dot)) close++;
  const last = close + (first - index) - 1;
  for (let at = close; at <= last; at++) if (cursor.typeAt(at) !== rBrace) return -1;
  if (close === first) return -1;
  const inner = all.text.slice(all.startAt(first), all.endAt(close - 1));
  const isEsv = /^esv[._-]\w/.test(inner);
  if (!isEsv && !new RegExp(`^param ${inner}\\b`, "m").test(all.text)) return -1;
  const right = isEsv ? `"&{${inner.replace(/[_-]/g, ".")}}"` : `"\${${inner}}"`;
  state.foreign(index, last, right);
  state.replace(tokens.StringLiteral, index, last);
  return last + 1;
}

/** The bracket that closes a flat list of words, numbers and commas; -1 where something else stands there. */
function closeOnLine(state: MarkState, index: number): number {
  let at = index + 1;
  while (at < index + farthestToken && isFlat(state.typeOf(at))) at++;
  const type = state.typeOf(at);
  return at > index + 1 && (type === rBrace || type === rBracket) ? at : -1;
}

function isFlat(type: number): boolean {
  return type === name || type === string || type === number || type === comma || type === dot;
}

function markBracketedOutcomes(state: MarkState, index: number, close: number): number {
  const { cursor } = state;
  const isFirst = cursor.isFirst(index) && (state.block === "node" || state.block === "page");
  if (!isFirst || cursor.typeAt(close + 1) !== arrow) return -1;
  unwrap(state, index, close, "an outcome", "Outcomes before an arrow stand without brackets.");
  state.edgeEnd = close + 1;
  state.take(index + 1, tokens.OutcomeStart);
  for (let at = index + 2; at < close; at++) state.take(at);
  return close + 1;
}

function markBracketedTarget(state: MarkState, index: number, close: number): number {
  if (close !== index + 2 || state.cursor.isFirst(index)) return -1;
  unwrap(state, index, close, "the name of a node", "A target stands without brackets.");
  state.take(index + 1);
  return close + 1;
}

/** Reports a pair of brackets, and offers to remove it. */
function unwrap(state: MarkState, index: number, close: number, expected: string, help: string): void {
  const { tokens: all, problems } = state;
  const edits = [
    { range: { start: all.startAt(index), end: all.startAt(index + 1) }, text: "" },
    { range: { start: all.endAt(close - 1), end: all.endAt(close) }, text: "" },
  ];
  const args = { expected, found: `"${state.cursor.imageAt(index)}"` };
  const { start, end } = state.rangeOf(index);
  problems.report("syntax-error", start, end, args, { help, fixes: [{ title: "Remove the brackets", edits }] });
}

/** `choices: {"a", "b"}`: values without keys are a list. */
function markListInBraces(state: MarkState, index: number, close: number): number {
  const isValue = state.previousType === colon && state.typeOf(index) === lBrace;
  const second = state.typeOf(index + 2);
  const first = state.typeOf(index + 1);
  const isList = first === string ? second === comma || index + 2 === close : first === name && second === comma;
  if (!isValue || !isList) return -1;
  const { start, end } = state.rangeOf(index);
  // A text in several languages lacks its keys instead: there is no fix.
  const value = state.cursor.imageAt(index + 1);
  const pair = /^"([\w-]+)\s*[:=]\s*([^"]+)"$/.exec(value);
  const help =
    pair === null
      ? `Write a list in brackets, \`[${value}, …]\`, or a name before each value, such as the language: \`{ en: ${value}, … }\`.`
      : `Write the name before its value: \`{ "${pair[1]}": "${pair[2]}" }\`.`;
  const extras = first === string && (second === comma || pair !== null) ? { help } : {};
  const right = pair === null ? "[ … ]" : "{ name: value }";
  state.problems.report("foreign-spelling", start, end, { found: "{ … }", right }, extras);
  state.replace(tokens.LBracket, index, index);
  for (let at = index + 1; at < close; at++) state.take(at);
  state.replace(tokens.RBracket, close, close);
  return close + 1;
}
