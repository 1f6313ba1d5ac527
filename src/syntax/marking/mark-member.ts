import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { findKeyword, markHeaderWord, markKeyword } from "./mark-keyword.js";
import type { MarkState } from "./mark-state.js";

const name = typeIndex(tokens.NameToken);
const string = typeIndex(tokens.StringLiteral);
const arrow = typeIndex(tokens.Arrow);
const colon = typeIndex(tokens.Colon);
const comma = typeIndex(tokens.Comma);
const dot = typeIndex(tokens.Dot);
const at = typeIndex(tokens.At);
const equals = typeIndex(tokens.Equals);
const lBrace = typeIndex(tokens.LBrace);
const rBrace = typeIndex(tokens.RBrace);

/** Marks a word in a block of properties, nodes and edges. Answers the index of the next token. */
export function markMemberWord(state: MarkState, index: number): number {
  if (state.header !== undefined) return markHeaderWord(state, state.header, index);
  if (index < state.edgeEnd) return state.take(index);
  const started = markStart(state, index);
  if (started !== -1) return started;
  const isAlone = beginsStatement(state, index) && state.typeOf(index) === name && !state.cursor.isWord(index + 1);
  return isAlone ? state.take(index, tokens.KeyStart) : state.take(index);
}

/** `key:`, `outcome ->`, a keyword. -1 when the word is none of these. */
function markStart(state: MarkState, index: number): number {
  const { cursor } = state;
  switch (cursor.typeAt(index + 1)) {
    case colon:
      return state.previousType === arrow && !cursor.isFirst(index) ? -1 : state.take(index, tokens.KeyStart);
    case arrow:
      return valueWanted(state, index) ? -1 : beginEdge(state, index, index + 1);
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

/** `key.locale:` or `Inner.outcome ->`. */
function markDotted(state: MarkState, index: number): number {
  const { cursor } = state;
  const hasSecond = cursor.isWord(index + 2);
  if (cursor.typeAt(hasSecond ? index + 3 : index + 2) === colon) {
    const next = state.take(state.take(index, tokens.KeyStart));
    return hasSecond ? state.take(next) : next;
  }
  return operandWanted(state, index) ? -1 : markEdge(state, index);
}

function markEdge(state: MarkState, index: number): number {
  const arrowIndex = findArrow(state, index);
  return arrowIndex === -1 ? -1 : beginEdge(state, index, arrowIndex);
}

/** Begins an edge whose arrow stands at `arrowIndex`: what stands before it are outcomes. */
function beginEdge(state: MarkState, index: number, arrowIndex: number): number {
  state.edgeEnd = arrowIndex;
  return state.take(index, tokens.OutcomeStart);
}

/** Finds the arrow that ends a list of outcomes which begins at `index`; -1 when there is none. */
function findArrow(state: MarkState, index: number): number {
  if (index < state.noArrowUntil) return -1;
  let next = index + 1;
  for (; ; next++) {
    // A list of outcomes may go on in the next line after a comma.
    const type = state.typeOf(next - 1) === comma ? state.typeOf(next) : state.cursor.typeAt(next);
    if (type === arrow) return next;
    if (type !== comma && type !== dot && type !== name && type !== string) break;
  }
  state.noArrowUntil = next;
  return -1;
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
