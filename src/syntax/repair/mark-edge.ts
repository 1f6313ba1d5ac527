import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import type { MarkState } from "./mark-state.js";

const arrow = typeIndex(tokens.Arrow);
const comma = typeIndex(tokens.Comma);
const dot = typeIndex(tokens.Dot);

/** Finds the arrow that ends a list of outcomes on the line of `index`; -1 when there is none. */
export function findArrow(state: MarkState, index: number): number {
  if (index < state.noArrowUntil) return -1;
  let at = index + 1;
  for (; ; at++) {
    const type = state.cursor.typeAt(at);
    if (type === arrow) return at;
    if (type !== comma && type !== dot && !state.cursor.isWord(at)) break;
  }
  state.noArrowUntil = at;
  return -1;
}

/** Begins an edge whose arrow stands at `arrowIndex`. */
export function beginEdge(state: MarkState, index: number, arrowIndex: number): number {
  state.edgeEnd = arrowIndex;
  return state.take(index, tokens.OutcomeStart);
}

/** A word between the first outcome and the arrow: a comma that is missing before it is put in. */
export function markOutcome(state: MarkState, index: number): number {
  const previous = state.previousType;
  if (index === state.arrowBefore) {
    state.missing("`->` before the target", index);
    state.insert(tokens.Arrow, index);
  } else if (previous !== comma && previous !== dot) {
    state.missing("`,` between two outcomes", index);
    state.insert(tokens.Comma, index);
  }
  return state.take(index);
}

/**
 * Recognises `true, false SendLink`, an edge without its arrow: words up to the end of the line, of which the last is the
 * name of a node. Answers the index of that name; -1 when it is something else.
 */
export function findTargetWithoutArrow(state: MarkState, index: number): number {
  let at = index + 1;
  while (state.cursor.isWord(at) || state.cursor.typeAt(at) === comma || state.cursor.typeAt(at) === dot) at++;
  const last = at - 1;
  const atLineEnd = state.cursor.typeAt(at) === -1 || state.cursor.typeAt(at) === typeIndex(tokens.RBrace);
  const before = state.cursor.typeAt(last - 1);
  if (!atLineEnd || last === index || before === comma || before === dot) return -1;
  return state.cursor.isDeclared(state.cursor.imageAt(last)) ? last : -1;
}
