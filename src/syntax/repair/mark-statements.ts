import type { TokenType } from "chevrotain";
import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { groupedNumberAt } from "../../text/grouped-number.js";
import { type BlockKind, declarationKeywords } from "../keywords.js";
import type { Problems } from "../problems.js";
import { type TokenVector, typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { markAfterValue } from "./mark-after-value.js";
import { markDuration } from "./mark-amount.js";
import { markForeignBrackets } from "./mark-brackets.js";
import { holdsMembers } from "./mark-header.js";
import { beginsValue, longestText, markMemberWord } from "./mark-member.js";
import { nameFromTitle } from "./mark-node-header.js";
import { markNumberOutcome } from "./mark-number-outcome.js";
import { markOperator, markPosition } from "./mark-operator.js";
import { MarkState } from "./mark-state.js";
import { markScenarioWord } from "./mark-step.js";
import { markTextPrefix } from "./mark-wrapped-text.js";
import { holdsHeaders, looksLikeLayout, mendHeader } from "./mend-header.js";
import { markHeaderOrder } from "./mend-header-order.js";
import { quotesInsideAt, reportQuotesInside } from "./quotes-inside.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, at, colon, comma, dot, duration, equals, lBrace, lBracket, name, number, rBrace, rBracket, string } =
  typeNumbers;
const expectKeyword = typeIndex(tokens.ExpectKeyword);

/** Deeper than any export known (25 levels), and few enough that the parser's recursion is safe. */
export const deepestNesting = 200;

/**
 * Walks once over the tokens and marks those that begin a statement, so that the grammar needs to look at one token only.
 * The language has no reserved words: whether `node` is a keyword, a key, an outcome or a name follows from its place and
 * from what comes after it. Broken statements get here what they lack, with one diagnostic each: a colon, an arrow, a
 * comma, a keyword. Brackets must balance. Where the tokens are a part of a file, what they mean may follow from all of its tokens.
 */
export function markStatements(input: TokenVector, problems: Problems, allTokens = input): TokenVector {
  const state = new MarkState(input, allTokens, problems);
  for (let index = 0; index < input.length; ) {
    if (index === state.objectEnd) endObject(state, index);
    if (state.leftOut.has(index)) {
      index++;
      continue;
    }
    index = markToken(state, index);
  }
  if (state.objectEnd !== -1) endObject(state, input.length);
  return state.output;
}

function endObject(state: MarkState, index: number): void {
  state.objectEnd = -1;
  state.insert(tokens.RBrace, index);
  state.blocks.pop();
  state.block = state.blocks.at(-1) ?? "file";
}

function markToken(state: MarkState, index: number): number {
  const type = state.typeOf(index);
  if (state.header !== undefined && type !== lBrace && state.cursor.isFirst(index)) state.header = undefined;
  if (lacksEquals(state, index)) {
    state.missing("`=` before the value", index, " =");
    state.insert(tokens.Equals, index);
  }
  const ordered = markHeaderOrder(state, index);
  if (ordered !== -1) return ordered;
  const inside = markQuotesInside(state, index, type);
  if (inside !== -1) return inside;
  const wrapped = markTextPrefix(state, index);
  if (wrapped !== -1) return wrapped;
  if (holdsMembers(state.block) && state.header === undefined && index >= state.edgeEnd) {
    const after = markAfterValue(state, index);
    if (after !== -1) return after;
  }
  switch (type) {
    case name:
    case string:
      return markWord(state, index);
    case lBrace:
    case lBracket:
    case rBrace:
    case rBracket:
      return markBracket(state, index, type);
    default:
      return markOther(state, index, type);
  }
}

/** `"Say "hi" now"`, where the quotes inside are not escaped. */
function markQuotesInside(
  { tokens: all, output, previousType, problems }: MarkState,
  index: number,
  type: number,
): number {
  if (previousType !== string || (type !== name && type !== number)) return -1;
  const last = output.length - 1;
  if (output.endAt(last) !== all.startAt(index)) return -1;
  const found = quotesInsideAt(all.text, output.startAt(last));
  if (found === undefined) return -1;
  reportQuotesInside(problems, all.text, found);
  output.extendLast(found.end);
  let next = index + 1;
  while (next < all.length && all.startAt(next) < found.end) next++;
  return next;
}

/** `param tries 3`. */
function lacksEquals(state: MarkState, index: number): boolean {
  if (state.header?.shape !== "param" || !beginsValue(state.typeOf(index)) || state.cursor.typeAt(index + 1) !== -1)
    return false;
  const last = state.output.length - 1;
  return state.output.typeAt(last) === name && state.output.typeAt(last - 1) === typeIndex(tokens.ParamKeyword);
}

function markBracket(state: MarkState, index: number, type: number): number {
  switch (type) {
    case lBrace:
    case lBracket: {
      const foreign = state.header === undefined ? markForeignBrackets(state, index) : -1;
      if (foreign !== -1) return foreign;
      if (state.block === "layout" && state.header === undefined && !state.cursor.isFirst(index))
        return markPosition(state, index);
      if (type === lBracket) return openBlock(state, index, "list", beginsPath(state) ? tokens.PathStart : undefined);
      if (isStrayBlock(state, index)) return markStrayBlock(state, index);
      return openBlock(state, index, state.header?.opens ?? "object");
    }
    default:
      state.header = undefined;
      state.blocks.pop();
      state.block = state.blocks.at(-1) ?? "file";
      return state.take(index);
  }
}

/** Marks and values. One that is first on its line stands where a declaration or a property should begin. */
function markOther(state: MarkState, index: number, type: number): number {
  const { cursor } = state;
  const outcome = type === number || type === duration ? markNumberOutcome(state, index) : -1;
  if (outcome !== -1) return outcome;
  const isLine = isLineNumber(state, index, type);
  // A number may as well stand in the place of the keyword.
  const hasKeyword = declarationKeywords.has(cursor.imageAt(index + 1)) && cursor.isWord(index + 2);
  if (isLine && hasKeyword) return leaveOutLineNumbers(state, index);
  if (holdsHeaders(state.block) && state.cursor.isFirst(index)) {
    const mended = mendHeader(state, index);
    if (mended !== -1) return mended;
  }
  if (isLine) return leaveOutLineNumbers(state, index);
  if (type === number) {
    const next = markGroupedNumber(state, index);
    if (next !== -1) return next;
  }
  if (lacksComma(state, index, type)) {
    state.missing("`,` between two numbers", index, ",");
    state.insert(tokens.Comma, index);
  }
  if (type === duration && state.previousType === colon) return markDuration(state, index);
  switch (type) {
    case arrow:
    case colon:
    case comma:
    case dot:
    case at:
    case equals:
      return markOperator(state, index, type);
    default:
      return state.take(index);
  }
}

/** `secondsToWait: 1,200`: one number, without marks between its digits. */
function markGroupedNumber(state: MarkState, index: number): number {
  if (state.previousType !== colon && state.previousType !== equals) return -1;
  const start = state.tokens.startAt(index);
  const found = groupedNumberAt(state.tokens.text, start);
  if (found === undefined) return -1;
  let last = index;
  while (last + 1 < state.tokens.length && state.tokens.startAt(last + 1) < found.end) last++;
  if (last === index) return -1;
  state.foreign(index, last, found.digits);
  state.replace(tokens.NumberLiteral, index, last);
  return last + 1;
}

/** `42    retryLimit: 2`, copied with the number of its line. */
function isLineNumber({ block, cursor, previousType, header }: MarkState, index: number, type: number): boolean {
  const isFirst = type === number && cursor.isFirst(index) && cursor.isWord(index + 1);
  return isFirst && header === undefined && holdsMembers(block) && previousType !== colon && previousType !== arrow;
}

/** The numbers of lines in a row are one mistake. */
function leaveOutLineNumbers(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const edits: TextEdit[] = [];
  for (let at = index; at < all.length && isNumberOfLine(state, at); at = state.nextLine(at)) {
    state.leftOut.add(at);
    edits.push({ range: state.rangeOf(at), text: "" });
  }
  const { start, end } = state.rangeOf(index);
  const args = { expected: "a statement", found: `"${cursor.imageAt(index)}"` };
  const fixes = [{ title: edits.length === 1 ? "Remove it" : "Remove the numbers of the lines", edits }];
  const help = "Remove it: lines have no numbers.";
  state.problems.report("syntax-error", start, end, args, { help, fixes });
  return index + 1;
}

/** Before a bracket, too: behind the number of another line. */
function isNumberOfLine({ cursor, tokens: all }: MarkState, index: number): boolean {
  return all.typeAt(index) === number && cursor.isFirst(index) && cursor.typeAt(index + 1) !== -1;
}

/** `Ask 200 100` in a layout. */
function lacksComma({ block, cursor, previousType }: MarkState, index: number, type: number): boolean {
  return block === "layout" && type === number && previousType === number && !cursor.isFirst(index);
}

/** `https://…` without quotes, of which all behind the colon is a comment. */
function markAddress(state: MarkState, index: number): number {
  const { cursor, tokens: all, previousType } = state;
  const isValue = (isMark(previousType) || previousType === lBracket) && !cursor.isFirst(index);
  if (!isValue || cursor.typeAt(index + 1) !== colon || !all.text.startsWith("//", all.endAt(index + 1))) return -1;
  const start = all.startAt(index);
  const lineEnd = all.text.indexOf("\n", start);
  const line = all.text.slice(start, lineEnd === -1 ? undefined : lineEnd);
  const [address = ""] = /^\S*[^\s,;)\]}]/.exec(line) ?? [];
  const range = { start, end: start + address.length };
  const args = { found: address, right: `"${address}"` };
  const fixes = [{ title: `Write "${address}"`, edits: [{ range, text: `"${address}"` }] }];
  state.problems.report("foreign-spelling", range.start, range.end, args, { fixes });
  state.replace(tokens.StringLiteral, index, index + 1);
  return index + 2;
}

function markWord(state: MarkState, index: number): number {
  const address = markAddress(state, index);
  if (address !== -1) return address;
  if (holdsMembers(state.block)) return markMemberWord(state, index);
  switch (state.block) {
    case "object":
      return markObjectWord(state, index);
    case "scenario":
      return markScenarioWord(state, index);
    case "layout":
      return markQuotedName(state, index);
    case "list":
      return state.blocks.at(-2) === "scenario" ? state.take(index) : markBareWords(state, index);
    default:
      return state.take(index);
  }
}

/** `"Sign In" 120, 60` in a layout: nodes are called by their names. */
function markQuotedName(state: MarkState, index: number): number {
  const { cursor } = state;
  if (state.typeOf(index) !== string || !cursor.isFirst(index)) return state.take(index);
  const right = nameFromTitle(cursor.imageAt(index).slice(1, -1));
  if (!cursor.isDeclared(right)) return state.take(index);
  state.foreign(index, index, right);
  return state.nextLine(index);
}

/** A `{` where a statement should begin: its keyword is missing. */
function isStrayBlock(state: MarkState, index: number): boolean {
  return (
    state.header === undefined &&
    holdsMembers(state.block) &&
    state.cursor.isFirst(index) &&
    !isMark(state.previousType)
  );
}

function isMark(type: number): boolean {
  return type === colon || type === comma || type === equals;
}

function markStrayBlock(state: MarkState, index: number): number {
  state.expected("a statement", index);
  const layout = declarationKeywords.get("layout");
  if (layout === undefined || state.block !== "journey" || !looksLikeLayout(state, index + 1)) {
    return skipGroup(state, index);
  }
  state.insert(layout.type, index);
  state.begin(layout);
  return openBlock(state, index, layout.opens);
}

/** `expect path [`; of callbacks and lines of the log, `expect` takes a list of values. */
function beginsPath({ block, output }: MarkState): boolean {
  const last = output.length - 1;
  if (block !== "scenario" || output.typeAt(last - 1) !== expectKeyword) return false;
  return !/^(?:callbacks|log)$/.test(output.imageAt(last));
}

function openBlock(state: MarkState, index: number, block: BlockKind, as?: TokenType): number {
  if (state.blocks.length >= deepestNesting) {
    const { start, end } = state.rangeOf(index);
    state.problems.report("nesting-too-deep", start, end, { limit: deepestNesting });
    return skipGroup(state, index);
  }
  state.header = undefined;
  state.blocks.push(block);
  state.block = block;
  return state.take(index, as);
}

function skipGroup(state: MarkState, index: number): number {
  const close = state.closeOf(index);
  return close === -1 ? state.tokens.length : close + 1;
}

function markObjectWord(state: MarkState, index: number): number {
  const { cursor } = state;
  const next = cursor.typeAt(index + 1);
  if (next === colon) return state.take(index, tokens.KeyStart);
  if (next === equals && state.previousType !== colon) {
    state.foreignMark(index + 1, ":");
    state.take(index, tokens.KeyStart);
    state.replace(tokens.Colon, index + 1, index + 1);
    return index + 2;
  }
  const path = next === typeNumbers.dot && cursor.isFirst(index) ? markPathKey(state, index) : -1;
  if (path !== -1) return path;
  if (state.previousType === colon) {
    const listType = markListType(state, index);
    return listType === -1 ? markBareWords(state, index) : listType;
  }
  if (!beginsValue(next) || cursor.typeAt(index + 2) === colon) {
    return state.take(index);
  }
  state.take(index, tokens.KeyStart);
  state.missing("`:` after the key", index + 1, ":");
  state.insert(tokens.Colon, index + 1);
  return index + 1;
}

/** `tree.uiConfig.owner: "yard"` in an object: what is inside of what, braces say. */
function markPathKey(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index + 1;
  while (cursor.typeAt(end) === dot && cursor.isWord(end + 1)) end += 2;
  if (cursor.typeAt(end) !== colon) return -1;
  const keys = Array.from({ length: (end - index + 1) / 2 }, (_, at) => cursor.imageAt(index + at * 2));
  const range = { start: all.startAt(index), end: all.endAt(end - 1) };
  const nested = keys.join(": { ");
  const isOne = !cursor.isFirst(end + 1) && cursor.typeAt(end + 2) === -1;
  const valueEnd = isOne ? all.endAt(end + 1) : 0;
  const edits = [
    { range, text: nested },
    { range: { start: valueEnd, end: valueEnd }, text: " }".repeat(keys.length - 1) },
  ];
  const args = { expected: "a key of one word", found: `"${all.text.slice(range.start, range.end)}"` };
  const help = `Write braces inside of braces: \`${nested}: … ${"} ".repeat(keys.length - 1).trim()}\`.`;
  const fixes = isOne ? [{ title: "Write the braces", edits }] : [];
  state.problems.report("syntax-error", range.start, range.end, args, { help, fixes });
  state.replace(tokens.KeyStart, index, end - 1);
  return end;
}

/** `names: string[]` of TypeScript, where a property of a node type is described. */
function markListType(state: MarkState, index: number): number {
  const { cursor } = state;
  const isList = cursor.typeAt(index + 1) === lBracket && cursor.typeAt(index + 2) === rBracket;
  if (!isList || !/^(?:string|text|str|object|number|boolean|integer)$/i.test(cursor.imageAt(index))) return -1;
  const items = /^object$/i.test(cursor.imageAt(index)) ? "object" : "string";
  state.foreign(index, index + 2, `{ type: "array", items: "${items}" }`);
  state.replace(tokens.NameToken, index, index + 2);
  return index + 3;
}

/** `{ de: Mit dem Konto, en: … }`, `[app, security key]`: the words of a text that lacks its quotes are one. */
function markBareWords(state: MarkState, index: number): number {
  const { cursor } = state;
  let end = index + 1;
  while (cursor.typeAt(end) === name && end < index + longestText) end++;
  const after = cursor.typeAt(end);
  if (
    end === index + 1 ||
    state.typeOf(index) !== name ||
    (after !== comma && after !== rBrace && after !== rBracket && after !== -1)
  )
    return state.take(index);
  state.replace(tokens.NameToken, index, end - 1);
  return end;
}
