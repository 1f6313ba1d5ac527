import * as tokens from "../tokens.js";
import { beginEdge, findArrow } from "./mark-edge.js";
import type { MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, dot, duration, number } = typeNumbers;

/** `200 -> Next`, `404, ERROR -> Next`: an outcome that is no name stands in quotes. -1 where another line stands here. */
export function markNumberOutcome(state: MarkState, index: number): number {
  const { block, header, cursor, previousType } = state;
  if ((block !== "node" && block !== "page") || header !== undefined) return -1;
  if (index < state.edgeEnd) {
    if (previousType !== comma && previousType !== dot) return -1;
    report(state, index, state.edgeEnd);
    return state.take(index, tokens.NameToken);
  }
  if (!cursor.isFirst(index)) return -1;
  const colonArrow = cursor.typeAt(index + 1) === colon && cursor.isDeclared(cursor.imageAt(index + 2));
  const next = cursor.typeAt(index + 1);
  const arrowIndex = next === arrow || colonArrow ? index + 1 : next === comma ? findArrow(state, index) : -1;
  if (arrowIndex === -1) return -1;
  report(state, index, arrowIndex);
  if (!colonArrow) return beginEdge(state, index, arrowIndex);
  state.take(index, tokens.OutcomeStart);
  state.replace(tokens.Arrow, index + 1, index + 1);
  return index + 2;
}

/** All numbers of a line are told at the first, with the arrow that a colon stands for. */
function report(state: MarkState, index: number, end: number): void {
  const { tokens: all, cursor } = state;
  const edits = [];
  // `0` and `1` may as well stand for `false` and `true`.
  let isListed = true;
  for (let at = index; at < end; at++) {
    if (!isNumber(all.typeAt(at))) continue;
    const image = cursor.imageAt(at);
    isListed &&= cursor.isQuoted(image);
    edits.push({ range: state.rangeOf(at), text: `"${image}"` });
  }
  if (all.typeAt(end) === colon) edits.push({ range: { start: all.endAt(end - 1), end: all.endAt(end) }, text: " ->" });
  const { start } = state.rangeOf(index);
  const args = { expected: "an outcome in quotes", found: `"${cursor.imageAt(index)}"` };
  const rightEnd = all.typeAt(end) === colon ? `"${cursor.imageAt(index)}" ->` : `"${cursor.imageAt(index)}"`;
  const help = isListed
    ? `An outcome that is a number stands in quotes: write \`${rightEnd}\`.`
    : `Write an outcome of the node. One that is a number stands in quotes: \`${rightEnd}\`.`;
  const fixes = isListed ? [{ title: `Write ${rightEnd}`, edits }] : [];
  state.problems.report("syntax-error", start, all.endAt(index), args, { help, fixes });
}

function isNumber(type: number): boolean {
  return type === number || type === duration;
}
