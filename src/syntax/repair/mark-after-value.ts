import { markUnit } from "./mark-amount.js";
import { findKeyword } from "./mark-header.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, name, rBrace, string } = typeNumbers;

/**
 * What stands behind a whole value or target on its line and belongs to it: a unit (`5 min`), the rest of a text with quotes in it
 * (`"Say "hi" now"`), a second arrow (`a -> B -> C`), a second target (`a -> B or C`). Answers the index behind it; -1 where it is
 * none of these.
 */
export function markAfterValue(state: MarkState, index: number): number {
  if (state.cursor.isFirst(index)) return -1;
  const type = state.typeOf(index);
  if (type === colon) return markLabel(state, index);
  if (type === arrow) return markSecondArrow(state, index);
  if (type !== name && type !== string) return -1;
  const target = markTargetOfWords(state, index);
  if (target !== -1) return target;
  const second = markSecondTarget(state, index);
  if (second !== -1) return second;
  const unit = markUnit(state, index);
  if (unit !== -1) return unit;
  return state.previousType === string && state.output.typeAt(state.output.length - 2) === colon
    ? markQuotesInside(state, index)
    : -1;
}

/** `-> Enter Code` for the node `EnterCode`. */
function markTargetOfWords(state: MarkState, index: number): number {
  const { cursor, output, tokens: all } = state;
  const last = output.length - 1;
  if (output.typeAt(last - 1) !== arrow || output.typeAt(last) !== name || cursor.isFirst(index - 1)) return -1;
  let end = index;
  while (cursor.typeAt(end) === name && end < index + farthestToken) end++;
  if (end === index || cursor.typeAt(end) !== -1) return -1;
  const start = output.startAt(last);
  const words = all.text.slice(start, all.endAt(end - 1)).split(/\s+/);
  const right = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  if (!cursor.isDeclared(right)) {
    // Which node the canvas shows under some words, the binder knows.
    if (words.some((word) => cursor.isDeclared(word) || /^(?:or|and|then|else|if|when)$/i.test(word))) return -1;
    output.extendLast(all.endAt(end - 1));
    return end;
  }
  const range = { start, end: all.endAt(end - 1) };
  state.superfluous(index, "the name of a node", `Write \`${right}\`.`, { range, text: right });
  return end;
}

/** `-> Lock or Count`: words up to the end of the line lead nowhere. */
function markSecondTarget(state: MarkState, index: number): number {
  const { cursor, output } = state;
  if (output.typeAt(output.length - 2) !== arrow || findKeyword(state, index) !== undefined) return -1;
  let end = index + 1;
  while ((cursor.isWord(end) || cursor.typeAt(end) === comma) && end < index + farthestToken) end++;
  const next = cursor.typeAt(end);
  if (next !== -1 && next !== rBrace) return -1;
  const { start } = state.rangeOf(index);
  const args = {
    expected: "the next statement",
    found: `"${state.tokens.text.slice(start, state.tokens.endAt(end - 1))}"`,
  };
  state.problems.report("syntax-error", start, state.tokens.endAt(end - 1), args, {
    help: "An arrow leads to one node.",
  });
  return end;
}

/** Where the first text ends right before this word, its quote is none that ends it. */
function markQuotesInside(state: MarkState, index: number): number {
  const { cursor, tokens: all, output } = state;
  const last = output.length - 1;
  if (output.endAt(last) !== all.startAt(index)) return -1;
  let end = index + 1;
  while (!cursor.isFirst(end) && end < index + farthestToken) end++;
  if (!cursor.isFirst(end) || all.typeAt(end - 1) !== string) return -1;
  const start = output.startAt(last);
  const written = all.text.slice(start, all.endAt(end - 1));
  // `""text""` has its marks twice.
  const [, doubled] = /^""([^"]*)""$/.exec(written) ?? [];
  const right = doubled === undefined ? `"${written.slice(1, -1).replace(/(?<!\\)"/g, '\\"')}"` : `"${doubled}"`;
  const range = { start, end: all.endAt(end - 1) };
  const args = { expected: '`\\"` for a quote inside a text', found: `"${cursor.imageAt(index)}"` };
  const fixes = [{ title: `Write ${right}`, edits: [{ range, text: right }] }];
  state.problems.report("syntax-error", all.startAt(index), all.endAt(index), args, {
    help: `Write \`${right}\`.`,
    fixes,
  });
  return end;
}

/** `a -> B : label` of Mermaid. */
function markLabel(state: MarkState, index: number): number {
  const { cursor, output, tokens: all } = state;
  if (output.typeAt(output.length - 2) !== arrow || cursor.isFirst(index - 1)) return -1;
  let end = index + 1;
  while (!cursor.isFirst(end) && end < index + farthestToken) end++;
  if (!cursor.isFirst(end)) return -1;
  const range = { start: all.endAt(index - 1), end: all.endAt(end - 1) };
  state.superfluous(index, "a new line", "Remove it: arrows have no labels.", { range, text: "" });
  return end;
}

/** `a -> B -> C`: the second arrow is one of `B`, where it may stand already. */
function markSecondArrow(state: MarkState, index: number): number {
  const { cursor, output, tokens: all } = state;
  const last = output.length - 1;
  const isTarget =
    state.block === "journey" &&
    output.typeAt(last - 1) === arrow &&
    !cursor.isFirst(index - 1) &&
    cursor.isWord(index + 1);
  if (!isTarget) return -1;
  let end = index;
  let missing: readonly [string, string] | undefined;
  while (cursor.typeAt(end) === arrow && cursor.isWord(end + 1)) {
    const link = [end === index ? output.imageAt(last) : cursor.imageAt(end - 1), cursor.imageAt(end + 1)] as const;
    if (!cursor.leadsTo(...link)) missing ??= link;
    end += 2;
  }
  const range = { start: all.startAt(index), end: all.endAt(end - 1) };
  const args = { expected: "one arrow", found: `"${all.text.slice(range.start, range.end)}"` };
  if (missing !== undefined) {
    const help = `A line holds one arrow: write \`-> ${missing[1]}\` in the braces of \`${missing[0]}\`.`;
    state.problems.report("syntax-error", range.start, range.end, args, { help });
  } else {
    const help = `Remove it: \`${output.imageAt(last)}\` leads to \`${cursor.imageAt(index + 1)}\` in its own braces.`;
    const edits = [{ range: { start: all.endAt(index - 1), end: range.end }, text: "" }];
    state.problems.report("syntax-error", range.start, range.end, args, {
      help,
      fixes: [{ title: "Remove it", edits }],
    });
  }
  return end;
}
