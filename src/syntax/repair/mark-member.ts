import { declarationKeywords } from "../keywords.js";
import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { guessKeyword } from "./guess-keyword.js";
import { beginEdge, findArrow, findTargetWithoutArrow, markOutcome } from "./mark-edge.js";
import { findKeyword, markGuess, markHeaderWord, markKeyword } from "./mark-header.js";
import type { MarkState } from "./mark-state.js";
import { mendHeader } from "./mend-header.js";

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

/** Marks a word in a block of properties, nodes and edges. Answers the index of the next token. */
export function markMemberWord(state: MarkState, index: number): number {
  if (state.header !== undefined) return markHeaderWord(state, state.header, index);
  if (index < state.edgeEnd) return markOutcome(state, index);
  const started = markPlainStart(state, index);
  if (started !== -1) return started;
  if (!beginsStatement(state, index)) return state.take(index);
  return mendStatement(state, index);
}

/** What whole text consists of: `key:`, `outcome ->`, a keyword. -1 when the word is none of these. */
function markPlainStart(state: MarkState, index: number): number {
  const { cursor } = state;
  switch (cursor.typeAt(index + 1)) {
    case colon:
      return markKey(state, index);
    case arrow:
      return valueWanted(state, index) ? -1 : markBeforeArrow(state, index);
    case dot:
      return markDotted(state, index);
    case comma:
      return operandWanted(state, index) ? -1 : markEdge(state, index);
    default: {
      if (operandWanted(state, index) || state.typeOf(index) !== name) return -1;
      const keyword = findKeyword(state, index);
      return keyword === undefined ? -1 : markKeyword(state, keyword, index);
    }
  }
}

/** `outcome ->`, unless the line ends with `{`, which no edge does. */
function markBeforeArrow(state: MarkState, index: number): number {
  if (state.block === "file" || !state.cursor.isWord(index + 2) || state.cursor.typeAt(index + 3) === lBrace) {
    const mended = mendHeader(state, index);
    if (mended !== -1) return mended;
  }
  return beginEdge(state, index, index + 1);
}

function markEdge(state: MarkState, index: number): number {
  const arrowIndex = findArrow(state, index);
  return arrowIndex === -1 ? -1 : beginEdge(state, index, arrowIndex);
}

/** `key:`, unless it is `Name: Type {`, a node without its keyword. */
function markKey(state: MarkState, index: number): number {
  const { cursor } = state;
  const keywordHere = declarationKeywords.get(cursor.imageAt(index));
  // `raw: {` in a page is a whole property: words are keywords only where their declaration can stand.
  if (keywordHere?.places.includes(state.block) || (keywordHere !== undefined && cursor.typeAt(index + 2) !== lBrace)) {
    const mended = mendHeader(state, index);
    if (mended !== -1) return mended;
  }
  const after = cursor.typeAt(index + 3);
  const isNode =
    cursor.isWord(index + 2) &&
    (after === lBrace || after === at || (after === string && cursor.typeAt(index + 4) === lBrace));
  if (!isNode) return state.take(index, tokens.KeyStart);
  const keyword = declarationKeywords.get("node");
  if (keyword === undefined) return state.take(index, tokens.KeyStart);
  if (cursor.imageAt(index) === "node") return markKeyword(state, keyword, index);
  return markGuess(state, keyword, true, index);
}

/** `key.locale:` or `Inner.outcome ->`. */
function markDotted(state: MarkState, index: number): number {
  const { cursor } = state;
  const hasSecond = cursor.isWord(index + 2);
  const after = cursor.typeAt(hasSecond ? index + 3 : index + 2);
  if (after === colon) {
    let next = state.take(index, tokens.KeyStart);
    next = state.take(next);
    return hasSecond ? state.take(next) : next;
  }
  return operandWanted(state, index) ? -1 : markEdge(state, index);
}

/** Whether the token before, on the same line, asks for a value, a target or the like. */
function operandWanted(state: MarkState, index: number): boolean {
  return !state.cursor.isFirst(index) && isOperator(state.previousType);
}

/** As before, of a value or a target: in `-> A -> B` the `A` is no outcome. */
function valueWanted(state: MarkState, index: number): boolean {
  return operandWanted(state, index) && state.previousType !== comma && state.previousType !== dot;
}

function isOperator(type: number): boolean {
  return type === colon || type === arrow || type === comma || type === dot || type === at || type === equals;
}

/** Being first on its line tells a statement from a value, unless the line before lacks its value. */
function beginsStatement(state: MarkState, index: number): boolean {
  const previous = state.previousType;
  if (state.cursor.isFirst(index)) return !isOperator(previous);
  return previous === lBrace || previous === rBrace || previous === -1;
}

/** A statement that is not whole: finds out what was meant and puts in what is missing. */
function mendStatement(state: MarkState, index: number): number {
  const { cursor } = state;
  const mended = mendHeader(state, index);
  if (mended !== -1) return mended;
  const guess = guessKeyword(cursor.shapeAt(index), cursor.imageAt(index), state.block);
  if (state.block !== "properties") {
    const arrowIndex = findArrow(state, index);
    if (arrowIndex !== -1) return beginEdge(state, index, arrowIndex);
    // Before the search for a target: a rule ends with one, too, but has no arrow before it.
    if (guess?.keyword.shape === "rule") return markGuess(state, guess.keyword, guess.missing, index);
    const target = findTargetWithoutArrow(state, index);
    if (target !== -1) {
      state.arrowBefore = target;
      return beginEdge(state, index, target + 1);
    }
  }
  if (guess !== undefined) return markGuess(state, guess.keyword, guess.missing, index);
  if (state.typeOf(index) !== name) return state.take(index);
  if (cursor.isWord(index + 1) && cursor.typeAt(index + 2) === colon) return state.take(index);
  let next = state.take(index, tokens.KeyStart);
  // `pageHeader.en "Welcome"`
  if (cursor.typeAt(next) === dot && cursor.typeAt(next + 1) === name) next = state.take(state.take(next));
  if (beginsValue(cursor.typeAt(next))) {
    state.missing("`:` after the name of a property", next);
    state.insert(tokens.Colon, next);
  }
  return next;
}

/** Whether a token of this type can begin a value. */
export function beginsValue(type: number): boolean {
  return type === name || type === string || type === number || type === lBrace || type === lBracket;
}
