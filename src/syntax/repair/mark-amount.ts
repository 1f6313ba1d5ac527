import type { MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, number, string } = typeNumbers;

const units = /^(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?|times?|attempts?|tries|px)$/i;

/** `passwordExpiryTime: 5m`: properties have numbers. */
export function markDuration(state: MarkState, index: number): number {
  const { start, end } = state.rangeOf(index);
  return markAmount(state, start, end, index);
}

/** `passwordExpiryTime: 5 min`, of which the number has been read; -1 where the word behind it is no unit that ends the line. */
export function markUnit(state: MarkState, index: number): number {
  const { cursor, output, tokens: all } = state;
  const last = output.length - 1;
  if (output.typeAt(last) !== number || output.typeAt(last - 1) !== colon) return -1;
  if (!units.test(cursor.imageAt(index)) || cursor.typeAt(index + 1) !== -1) return -1;
  const start = output.startAt(last);
  output.truncate(last);
  return markAmount(state, start, all.endAt(index), index);
}

/** Leaves the amount as a text: what it is in the unit of the property, the binder says. */
function markAmount({ output, problems, tokens: all }: MarkState, start: number, end: number, index: number): number {
  const args = { expected: "a number without its unit", found: `"${all.text.slice(start, end)}"` };
  problems.report("syntax-error", start, end, args, { help: "Write the number alone, in the unit of the property." });
  output.push(string, start, end);
  return index + 1;
}
