import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import type { MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { at, colon, comma, equals, lBracket, name, string } = typeNumbers;
const textBlock = typeIndex(tokens.TextBlock);

const help = "Remove it: a text has its quotes alone.";

/**
 * `f"…"`, `@"…"` and `"…"s`: letters and marks that stand at the quotes of a text elsewhere. Answers the index behind them; -1 where a
 * text has none.
 */
export function markTextPrefix(state: MarkState, index: number): number {
  const type = state.typeOf(index);
  if (type !== name && type !== at) return -1;
  const { cursor, tokens: all, previousType } = state;
  const next = cursor.typeAt(index + 1);
  const start = all.startAt(index);
  const end = all.endAt(index);
  if (end - start > 3) return -1;
  const isBefore = (next === string || next === textBlock) && all.startAt(index + 1) === end;
  const wantsValue =
    previousType === colon || previousType === comma || previousType === equals || previousType === lBracket;
  if (isBefore && wantsValue) {
    state.superfluous(index, "a text", help, { range: { start, end }, text: "" });
    return index + 1;
  }
  const isBehind = type === name && previousType === string && state.output.endAt(state.output.length - 1) === start;
  if (!isBehind || cursor.isFirst(index) || next === string || next === name || next === colon) return -1;
  const before = state.output.typeAt(state.output.length - 2);
  if (before !== colon && before !== comma && before !== equals && before !== lBracket) return -1;
  state.superfluous(index, "the end of the value", help, { range: { start, end }, text: "" });
  return index + 1;
}
