import { MarkState } from "../marking/mark-state.js";
import { markToken } from "../marking/mark-statements.js";
import type { Problems } from "../problems.js";
import { type TokenVector, typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { readForeignLine } from "./foreign-lines.js";
import { readLine } from "./read-line.js";

const lBrace = typeIndex(tokens.LBrace);
const rBrace = typeIndex(tokens.RBrace);
const rBracket = typeIndex(tokens.RBracket);
const badCharacters = typeIndex(tokens.BadCharacters);
const foreignArrow = typeIndex(tokens.ForeignArrow);

/**
 * Marks the tokens of a text in which something is wrong, as `markStatements` does. A line that is no whole statement is read as
 * the statements that it is nearest to.
 */
export function readStatements(input: TokenVector, problems: Problems): TokenVector {
  const state = new MarkState(input, problems);
  for (let index = 0; index < input.length; ) index = readToken(state, index);
  return state.output;
}

function readToken(state: MarkState, index: number): number {
  if (index >= state.readUntil && beginsLine(state, index)) {
    const foreign = readForeignLine(state, index);
    if (foreign !== -1) return foreign;
    const next = readLine(state, index);
    if (next !== -1) return next;
  }
  const type = state.typeOf(index);
  return type === badCharacters || type === foreignArrow ? markForeign(state, index, type) : markToken(state, index);
}

function beginsLine(state: MarkState, index: number): boolean {
  if (state.problems.isFull || state.block === "object" || state.block === "list") return false;
  const previous = state.typeOf(index - 1);
  const type = state.typeOf(index);
  if (type === rBrace || type === rBracket) return false;
  return state.cursor.isFirst(index) || previous === lBrace || previous === rBrace || index === state.readUntil;
}

/** What no line could be made of. */
function markForeign(state: MarkState, index: number, type: number): number {
  const { start, end } = state.rangeOf(index);
  if (type === foreignArrow) {
    state.foreign(index, index, "->");
    state.replace(tokens.Arrow, index, index);
  } else state.problems.report("unexpected-character", start, end, { text: state.cursor.imageAt(index) });
  return index + 1;
}
