import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, dot, lBrace, name } = typeNumbers;

/** Words that hold the arrows of all nodes together elsewhere. */
const groups = /^(?:edges?|arrows?|connections?|transitions?|links?|wires?|wiring|routes?|routing|flow|graph)$/i;

/** Words that begin an arrow between two nodes elsewhere. */
const verbs = /^(?:connect|link|wire|edge|arrow|connection|transition|route|join)$/i;

/**
 * `edges { Check.true -> Next }` and `connect Check.true to Next` in a journey: an arrow stands in the node that it leaves. All of them are told
 * at the first, and passed over. -1 for another statement.
 */
export function markArrowsOfJourney(state: MarkState, index: number): number {
  const { block, cursor } = state;
  if (block !== "journey" || !cursor.isFirst(index) || state.typeOf(index) !== name) return -1;
  const word = cursor.imageAt(index);
  if (groups.test(word) && cursor.typeAt(index + 1) === lBrace) {
    const first = readArrow(state, index + 2);
    const close = first === undefined ? -1 : state.closeOf(index + 1);
    if (first === undefined || close === -1) return -1;
    report(state, index, first);
    return close + 1;
  }
  const first = verbs.test(word) ? readArrow(state, index + 1) : undefined;
  if (first === undefined) return -1;
  report(state, index, first);
  let end = state.nextLine(index);
  while (end < state.tokens.length && cursor.imageAt(end) === word && readArrow(state, end + 1) !== undefined)
    end = state.nextLine(end);
  return end;
}

interface WrittenArrow {
  readonly from: string;
  readonly outcome: string | undefined;
  readonly to: string;
}

/** `Check.true -> Next`, `Check.true to Next` */
function readArrow(state: MarkState, index: number): WrittenArrow | undefined {
  const { cursor } = state;
  const from = cursor.imageAt(index);
  if (state.typeOf(index) !== name || !cursor.isDeclared(from)) return undefined;
  const outcomes: string[] = [];
  let at = index + 1;
  while (state.typeOf(at) === dot && cursor.isWord(at + 1) && at < index + farthestToken) {
    outcomes.push(cursor.imageAt(at + 1));
    at += 2;
  }
  const isArrow = state.typeOf(at) === arrow || /^(?:to|then|goto|with|and)$/i.test(cursor.imageAt(at));
  if (!isArrow || !cursor.isWord(at + 1)) return undefined;
  return { from, outcome: outcomes.length === 0 ? undefined : outcomes.join("."), to: cursor.imageAt(at + 1) };
}

function report(state: MarkState, index: number, { from, outcome, to }: WrittenArrow): void {
  const { start, end } = state.rangeOf(index);
  const args = { expected: "the arrows in the nodes that they leave", found: `"${state.cursor.imageAt(index)}"` };
  const right = `${outcome === undefined ? "" : `${outcome} `}-> ${to}`;
  const help = `An arrow stands in the braces of its node: write \`${right}\` in \`${from}\`, and the others likewise.`;
  state.problems.report("syntax-error", start, end, args, { help });
}
