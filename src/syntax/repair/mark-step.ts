import { type Keyword, stepKeywords } from "../keywords.js";
import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { foreignStepAt } from "./foreign-steps.js";
import { markGuess, markKeyword, nearStep } from "./mark-header.js";
import { markLooseStep } from "./mark-loose-step.js";
import type { MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, duration, lBrace, name, rBrace, rBracket, string } = typeNumbers;
const submitKeyword = typeIndex(tokens.SubmitKeyword);
const givenKeyword = typeIndex(tokens.GivenKeyword);
const resumeKeyword = typeIndex(tokens.ResumeKeyword);
const expectKeyword = typeIndex(tokens.ExpectKeyword);

/** A word in the braces of a scenario. */
export function markScenarioWord(state: MarkState, index: number): number {
  const { cursor } = state;
  const word = cursor.imageAt(index);
  const filler = markFiller(state, index);
  if (filler !== -1) return filler;
  if (!cursor.isFirst(index) && !stepCanBegin(state)) return state.take(index);
  const foreign = cursor.isFirst(index) ? markForeignStep(state, index) : -1;
  if (foreign !== -1) return foreign;
  const keyword = stepKeywords.get(word);
  if (keyword !== undefined) return markStep(state, keyword, index);
  if (!cursor.isFirst(index) || state.typeOf(index) !== name) return state.take(index);
  if (cursor.typeAt(index + 1) === arrow) return markBareStub(state, index);
  const near = nearStep(word, stepKeywords);
  return near === undefined ? state.take(index) : markGuess(state, near, false, index);
}

/** `expect session.username == "demo"`: the whole step is left out, and told once. -1 where it is one of this language. */
function markForeignStep(state: MarkState, index: number): number {
  const { tokens: all, problems } = state;
  const found = foreignStepAt(all.text, all.startAt(index));
  if (found === undefined) return -1;
  const { range, right, help } = found;
  const written = all.text.slice(range.start, range.end);
  const { start, end } = range;
  if (right === undefined) {
    const args = { expected: "a step of this language", found: `"${written}"` };
    problems.report("syntax-error", start, end, args, help === undefined ? {} : { help });
  } else {
    const fixes = [{ title: `Write ${right}`, edits: [{ range, text: right }] }];
    problems.report("foreign-spelling", start, end, { found: written, right }, { fixes });
  }
  return state.nextLine(index);
}

/** `Check -> true` in a scenario: only `stub` has an arrow. */
function markBareStub(state: MarkState, index: number): number {
  const stub = stepKeywords.get("stub");
  if (stub === undefined) return state.take(index);
  const { start } = state.rangeOf(index);
  const edit = { range: { start, end: start }, text: "stub " };
  const right = `stub ${state.cursor.imageAt(index)} ->`;
  state.superfluous(index, "`stub` before the name", `Write \`${right}\` to decide the node.`, edit);
  state.insert(stub.type, index);
  state.begin(stub);
  return state.take(index);
}

/** `and stub …`, `expect to be suspended`, `given a user`, `resume SendLink`: words that mean nothing here. */
function markFiller(state: MarkState, index: number): number {
  const { cursor, previousType, tokens: all } = state;
  const before = cursor.isFirst(index) ? -1 : previousType;
  let end = index;
  if (before === -1 && /^(?:and|then|when|but|also)$/i.test(cursor.imageAt(index)))
    end = stepKeywords.has(cursor.imageAt(index + 1)) ? index + 1 : index;
  else if (before === resumeKeyword && !stepKeywords.has(cursor.imageAt(index)))
    while (end === index || cursor.isWord(end)) end++;
  else if (before === expectKeyword || before === givenKeyword)
    while (/^(?:to|be|that|the|an?|is|it)$/.test(cursor.imageAt(end)) && cursor.isWord(end + 1)) end++;
  if (end === index) return -1;
  const atEnd = before === resumeKeyword;
  const range = { start: atEnd ? all.endAt(index - 1) : all.startAt(index), end: all.endAt(end - 1) };
  const edit = { range: atEnd ? range : { ...range, end: all.startAt(end) }, text: "" };
  state.superfluous(index, "the rest of the step at once", "Remove it: it means nothing here.", edit);
  return end;
}

function markStep(state: MarkState, keyword: Keyword, index: number): number {
  const loose = markLooseStep(state, keyword, index);
  if (loose !== -1) return loose;
  const next = markKeyword(state, keyword, index);
  if (keyword.type === tokens.WaitKeyword) return markDuration(state, next);
  if (keyword.type === tokens.ResumeKeyword) state.header = undefined;
  return next;
}

/** `wait 6 minutes` and `wait 6`. */
function markDuration(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (cursor.typeAt(index) === string && /^"(?:\d+[smhd])+"$/.test(cursor.imageAt(index))) {
    const right = cursor.imageAt(index).slice(1, -1);
    state.foreign(index, index, right);
    state.output.push(duration, all.startAt(index) + 1, all.endAt(index) - 1);
    return index + 1;
  }
  if (cursor.typeAt(index) === name && cursor.typeAt(index + 1) === duration) {
    const range = { start: all.startAt(index), end: all.startAt(index + 1) };
    state.superfluous(index, "a duration", "Remove it: the duration follows at once.", { range, text: "" });
    return index + 1;
  }
  if (cursor.typeAt(index) !== typeNumbers.number) return index;
  const amount = cursor.imageAt(index);
  const unit = cursor.typeAt(index + 1) === name ? /^(?:s|m|h|d)/.exec(cursor.imageAt(index + 1))?.[0] : undefined;
  const last = unit === undefined ? index : index + 1;
  const range = { start: all.startAt(index), end: all.endAt(last) };
  const args = {
    expected: "a duration such as `90s`, `15m` or `1h30m`",
    found: `"${all.text.slice(range.start, range.end)}"`,
  };
  const isWhole = unit !== undefined && /^\d+$/.test(amount) && !/^mill|^ms/.test(cursor.imageAt(index + 1));
  const fixes = isWhole ? [{ title: `Write ${amount}${unit}`, edits: [{ range, text: `${amount}${unit}` }] }] : [];
  const help = isWhole ? `Write \`${amount}${unit}\`.` : `Write a unit behind the number, as in \`${amount}s\`.`;
  state.problems.report("syntax-error", range.start, range.end, args, { help, fixes });
  state.replace(tokens.DurationLiteral, index, last);
  return last + 1;
}

/** Whether the step before, on the same line, can be complete. */
function stepCanBegin(state: MarkState): boolean {
  const previous = state.previousType;
  switch (previous) {
    case lBrace:
    case rBrace:
    case rBracket:
    case string:
    case duration:
    case resumeKeyword:
      return true;
    case name: {
      const last = state.output.length - 1;
      const before = state.output.typeAt(last - 1);
      const word = state.output.imageAt(last);
      if (before === expectKeyword) return /^(?:success|failure|suspended)$/.test(word);
      return before === submitKeyword || before === arrow;
    }
    default:
      return false;
  }
}
