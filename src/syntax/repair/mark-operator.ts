import { keywordText } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { holdsMembers } from "./mark-header.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { leftByMerge } from "./mend-pasted.js";
import { wholeLine } from "./mend-pasted-lines.js";
import { typeNumbers } from "./type-numbers.js";

/** In tokens, from the name of a node to the mark behind it. */
const longestPosition = 20;
/** In characters. */
const shortestSeparator = 4;
/** In tokens, as far as commas of the same kind are looked for. */
const mostBelow = 2000;

const { arrow, colon, comma, dot, equals, lBrace, lBracket, number, rBrace, rBracket, string } = typeNumbers;

/** Takes a mark. One that is doubled, separates statements, or makes no sense where it stands is reported and left out. */
export function markOperator(state: MarkState, index: number, type: number): number {
  const separator = type === equals ? markSeparatorOfMerge(state, index) : -1;
  if (separator !== -1) return separator;
  if (state.header !== undefined) {
    const next = markInHeader(state, index, type);
    if (next !== -1) return next;
  }
  const { cursor } = state;
  if (index === state.arrowColon) {
    const range = { start: state.tokens.endAt(index - 1), end: state.tokens.endAt(index) };
    state.foreign(index, index, "->", { range, text: " ->" });
    state.replace(tokens.Arrow, index, index);
    return index + 1;
  }
  const isSpread = state.block === "list" && type === dot && cursor.typeAt(index + 1) === dot;
  const isValueNext = state.previousType === comma || state.previousType === typeNumbers.lBracket;
  let last = index + 1;
  while (isSpread && (cursor.typeAt(last + 1) === dot || cursor.isWord(last + 1))) last++;
  if (isSpread && isValueNext && cursor.isWord(last)) {
    const range = { start: state.tokens.startAt(index), end: state.tokens.endAt(last) };
    const args = { expected: "a value", found: `"${state.tokens.text.slice(range.start, range.end)}"` };
    const help = "Write the values out: a list takes none from elsewhere.";
    state.problems.report("syntax-error", range.start, range.end, args, { help });
    return cursor.typeAt(last + 1) === comma ? last + 2 : last + 1;
  }
  if (type === dot && cursor.typeAt(index + 1) === dot) return markDots(state, index);
  const strayInList = state.block === "list" && type !== comma && type !== dot;
  const isDoubled = type === state.previousType && !state.cursor.isFirst(index);
  if (strayInList || isDoubled) {
    if (isDoubled && type === comma && (!touches(state, index) || !touches(state, index - 1)))
      state.expected("a value before the `,`", index);
    else if (isDoubled) remove(state, index, "something else after the same mark", "Write it once.");
    else state.expected("a value, `,` or `]`", index);
    return index + 1;
  }
  if (type === equals && state.previousType === colon && touches(state, index)) {
    const range = { start: state.tokens.endAt(index - 2), end: state.tokens.endAt(index) };
    state.foreign(index - 1, index, ":", { range, text: ":" });
    return index + 1;
  }
  if (state.block === "layout" && (type === colon || type === equals || type === arrow))
    return markPosition(state, index);
  const endsSentence = type === dot && cursor.typeAt(index + 1) === -1;
  if (endsSentence && state.output.typeAt(state.output.length - 2) === arrow && holdsMembers(state.block)) {
    remove(state, index, "the next statement", "Remove it: a statement ends with its line.");
    return index + 1;
  }
  const isAfterTarget = type === dot && state.output.typeAt(state.output.length - 2) === arrow;
  if (isAfterTarget && holdsMembers(state.block) && cursor.isWord(index + 1)) return markDottedTarget(state, index);
  const isBetween = state.header === undefined && holdsMembers(state.block) && index >= state.edgeEnd;
  if (type === comma && isBetween) return markCommaBetweenMembers(state, index);
  return state.take(index);
}

/** A line `=======`, which a merge has left between its two sides. */
function markSeparatorOfMerge(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (!cursor.isFirst(index)) return -1;
  let end = index + 1;
  while (cursor.typeAt(end) === equals) end++;
  if (end < index + shortestSeparator || cursor.typeAt(end) !== -1) return -1;
  const range = { start: all.startAt(index), end: all.endAt(end - 1) };
  const edits = [wholeLine(all, range.start)];
  const args = { text: all.text.slice(range.start, range.end) };
  state.problems.report("unexpected-character", range.start, range.end, args, {
    help: leftByMerge,
    fixes: [{ title: "Remove the line", edits }],
  });
  return end;
}

/** `["low", ...]`: dots that stand for what somebody has left out. */
function markDots(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index;
  while (end === index || cursor.typeAt(end) === dot) end++;
  const [start, last] = [all.startAt(index), all.endAt(end - 1)];
  const wantsTarget = state.previousType === arrow;
  const args = {
    expected: wantsTarget ? "the name of a node" : "what belongs here",
    found: `"${all.text.slice(start, last)}"`,
  };
  state.problems.report("syntax-error", start, last, args, {
    help: "Write out what the dots stand for, or remove them.",
  });
  return end;
}

/** `Ask: 120, 60`, `Ask -> (120, 60)` and `Ask x: 120, y: 60` in a layout: two numbers stand behind the name, and nothing else. */
export function markPosition(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let first = index;
  while (first > index - longestPosition && !cursor.isFirst(first)) first--;
  const behind = cursor.typeAt(first + 1) === dot ? first + 3 : first + 1;
  let end = index + 1;
  const numbers: number[] = [];
  for (; !cursor.isFirst(end) && end < index + farthestToken; end++) if (all.typeAt(end) === number) numbers.push(end);
  const [x, y, more] = numbers;
  const { start, end: markEnd } = state.rangeOf(index);
  const args = { expected: "two numbers", found: `"${cursor.imageAt(index)}"` };
  const isWhole = x !== undefined && y !== undefined && more === undefined && cursor.isFirst(first) && behind <= index;
  if (!isWhole) {
    const help = `Two numbers follow at once: \`${cursor.imageAt(first)} 120, 60\`.`;
    state.problems.report("syntax-error", start, markEnd, args, { help });
    return end;
  }
  let last = y;
  while (cursor.typeAt(last + 1) === rBrace || cursor.typeAt(last + 1) === rBracket) last++;
  const text = ` ${cursor.imageAt(x)}, ${cursor.imageAt(y)}`;
  const right = `${all.text.slice(all.startAt(first), all.endAt(behind - 1))}${text}`;
  const range = { start: all.endAt(behind - 1), end: all.endAt(last) };
  const fixes = [{ title: `Write ${right}`, edits: [{ range, text }] }];
  state.problems.report("syntax-error", start, markEnd, args, { help: `Write \`${right}\`.`, fixes });
  state.output.truncate(state.output.length - (index - behind));
  state.take(x);
  state.insert(tokens.Comma, y);
  state.take(y);
  return last + 1;
}

/** `-> node.Check` and `-> Page.Inner`: an arrow leads to a node of the journey. */
function markDottedTarget(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const before = cursor.imageAt(index - 1);
  const isKind = /^(?:nodes?|pages?|journey|steps?)$/.test(before);
  if ((isKind || cursor.isDeclared(cursor.imageAt(index + 1))) && !cursor.isDeclared(before)) {
    const range = { start: all.startAt(index - 1), end: all.startAt(index + 1) };
    const right = cursor.imageAt(index + 1);
    state.superfluous(index, "the name of a node", `Write \`${right}\`.`, { range, text: "" });
    state.output.truncate(state.output.length - 1);
    return index + 1;
  }
  const { start, end } = state.rangeOf(index);
  const help = `An arrow leads to a node of the journey, and not into a page: write \`${before}\`.`;
  const args = { expected: "the next statement", found: `".${cursor.imageAt(index + 1)}"` };
  state.problems.report("syntax-error", start, end, args, { help });
  return index + 2;
}

function touches(state: MarkState, index: number): boolean {
  return state.tokens.endAt(index - 1) === state.tokens.startAt(index);
}

function remove(state: MarkState, index: number, what: string, help: string): void {
  const { end } = state.rangeOf(index);
  state.superfluous(index, what, help, { range: { start: state.tokens.endAt(index - 1), end }, text: "" });
}

function markInHeader(state: MarkState, index: number, type: number): number {
  const { header, cursor } = state;
  if (header === undefined) return -1;
  if (header.shape === "param" && type === colon) {
    const typed = markParameterType(state, index);
    if (typed !== -1) return typed;
    const isBoth = cursor.typeAt(index + 1) === equals;
    const last = isBoth ? index + 1 : index;
    const range = { start: state.tokens.endAt(index - 1), end: state.tokens.endAt(last) };
    state.foreign(index, last, "=", { range, text: " =" });
    state.replace(tokens.Equals, index, isBoth ? index + 1 : index);
    return isBoth ? index + 2 : index + 1;
  }
  if (type === colon && cursor.typeAt(index + 1) === number && cursor.typeAt(index + 2) !== dot) {
    const range = { start: state.tokens.endAt(index - 1), end: state.tokens.endAt(index + 1) };
    const right = `@${cursor.imageAt(index + 1)}`;
    state.foreign(index, index + 1, right, { range, text: right });
    state.replace(tokens.At, index, index);
    return index + 1;
  }
  if (header.shape === "resource" && (type === colon || type === equals)) {
    remove(state, index, "the id in quotes", "Remove it: the id follows at once.");
    return index + 1;
  }
  const hasBody = header.shape !== "step" && header.shape !== "param" && !state.afterKeyword;
  if (
    (type === colon || type === equals || type === arrow) &&
    cursor.typeAt(index + 1) === lBrace &&
    (hasBody || header.shape === "braced")
  ) {
    remove(state, index, "`{`", "Remove it: `{` follows at once.");
    return index + 1;
  }
  const afterComma = cursor.typeAt(index + 1);
  if (type === comma && hasBody && (afterComma === lBrace || afterComma === -1)) {
    remove(state, index, "`{` or a new line", "Remove it: nothing separates a header from its `{`.");
    return index + 1;
  }
  if (header.shape === "step" && header.text === "stub" && (type === colon || type === equals)) {
    const range = { start: state.tokens.endAt(index - 1), end: state.tokens.endAt(index) };
    state.foreign(index, index, "->", { range, text: " ->" });
    state.replace(tokens.Arrow, index, index);
    return index + 1;
  }
  if (header.shape === "step" && type === colon && cursor.isWord(index - 1) && cursor.isWord(index - 2)) {
    const values = markBareObject(state, index, header.text);
    if (values !== -1) return values;
  }
  if (header.shape === "step" && (type === colon || type === equals)) {
    remove(state, index, "the value at once", "Remove it: the value follows at once.");
    return index + 1;
  }
  if (type === arrow && header.shape === "step" && header.text !== "stub") {
    remove(state, index, "the rest of the step at once", "Remove it: steps have no arrow, save `stub`.");
    return index + 1;
  }
  if (type === arrow && header.shape === "rule" && !state.separated && !state.afterKeyword) {
    const separator = header.text === "require" ? tokens.BeforeKeyword : tokens.AfterKeyword;
    state.foreign(index, index, keywordText(separator));
    state.replace(separator, index, index);
    state.separated = true;
    return index + 1;
  }
  if (type === arrow && header.shape === "node" && cursor.isWord(index + 1) && cursor.typeAt(index + 2) === -1) {
    const target = cursor.imageAt(index + 1);
    const range = { start: state.tokens.endAt(index - 1), end: state.tokens.endAt(index + 1) };
    const isInPage = state.block === "page";
    const args = { expected: "`{` or a new line", found: '"->"' };
    const help = isInPage
      ? `Only the page has arrows: write \`-> ${target}\` in its braces, behind its nodes.`
      : `Arrows stand in braces: write \`{ -> ${target} }\`.`;
    const fixes = isInPage ? [] : [{ title: "Write braces", edits: [{ range, text: ` { -> ${target} }` }] }];
    state.problems.report("syntax-error", range.start, range.end, args, { help, fixes });
    state.header = undefined;
    if (isInPage) return index + 2;
    state.insert(tokens.LBrace, index);
    state.take(index);
    state.take(index + 1);
    state.insert(tokens.RBrace, index + 2);
    return index + 2;
  }
  if (type === arrow && header.shape !== "step") {
    state.expected("a name", index);
    return index + 1;
  }
  return -1;
}

const valueTypes =
  /^(?:string|text|str|number|int(?:eger)?|float|double|decimal|bool(?:ean)?|any|object|array|list|map|json|record|unknown)$/i;

/** `param hours: number = 24`: a parameter has no type. -1 for `param hours: 24`. */
function markParameterType(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index + 1;
  while (cursor.typeAt(end) !== -1 && cursor.typeAt(end) !== equals && end < index + farthestToken) end++;
  const hasValue = cursor.typeAt(end) === equals && end > index + 1;
  if (!hasValue && !(end === index + 2 && valueTypes.test(cursor.imageAt(index + 1)))) return -1;
  const range = { start: all.endAt(index - 1), end: all.endAt(end - 1) };
  const args = {
    expected: hasValue ? "`=`" : "a new line",
    found: `"${all.text.slice(all.startAt(index), range.end)}"`,
  };
  const help = "Remove it: a parameter has the kind of its value.";
  const fixes = [{ title: "Remove it", edits: [{ range, text: "" }] }];
  state.problems.report("syntax-error", all.startAt(index), range.end, args, { help, fixes });
  return end;
}

/** `given user userName: "demo"`: values with keys stand in braces. -1 for `given header accept: "x"`, which has a name and a value. */
function markBareObject(state: MarkState, index: number, step: string): number {
  const { cursor, tokens: all } = state;
  if (step === "given" && !/^(?:user|session|state|transient)$/.test(cursor.imageAt(index - 2))) return -1;
  let end = index + 1;
  while (!cursor.isFirst(end) && end < index + farthestToken) end++;
  const key = index - 1;
  const [start, last] = [all.startAt(key), all.endAt(end - 1)];
  const edits = [
    { range: { start, end: start }, text: "{ " },
    { range: { start: last, end: last }, text: " }" },
  ];
  const args = { expected: "`{` before values with keys", found: `"${cursor.imageAt(key)}"` };
  const help = "Values with keys stand in braces.";
  const fixes = [{ title: "Write { and }", edits }];
  state.problems.report("syntax-error", start, all.endAt(key), args, { help, fixes });
  state.output.truncate(state.output.length - 1);
  state.openObject(key, end);
  state.take(key, tokens.KeyStart);
  return state.take(index);
}

/** A comma after a statement is removed; between two statements of a line it is a new line, between two values a list. */
function markCommaBetweenMembers(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const { start, end } = state.rangeOf(index);
  const next = cursor.typeAt(index + 1);
  const before = state.previousType;
  if (before === -1 || before === arrow || before === colon || before === comma) return state.take(index);
  if (next === -1 || next === rBrace) {
    const commas = [index, ...commasBelow(state, index)];
    for (const at of commas) state.leftOut.add(at);
    const edits = commas.map((at) => ({ range: { start: all.endAt(at - 1), end: all.endAt(at) }, text: "" }));
    const [what, title] = commas.length === 1 ? ["it", "Remove it"] : ["all of them", "Remove the commas"];
    const help = `Remove ${what}: commas stand only between the values of a list or an object.`;
    const args = { expected: "the next statement", found: '","' };
    state.problems.report("syntax-error", start, end, args, { help, fixes: [{ title, edits }] });
    return index + 1;
  }
  if (before === number && next === number && cursor.typeAt(index + 2) === -1) return markDecimalComma(state, index);
  if (isValue(next) && isValue(before) && state.output.typeAt(state.output.length - 2) === colon) {
    const last = lastOfValues(state, index);
    if (last !== -1) {
      const first = state.output.startAt(state.output.length - 1);
      const help = "Several values stand in brackets.";
      const edits = [
        { range: { start: first, end: first }, text: "[" },
        { range: { start: all.endAt(last), end: all.endAt(last) }, text: "]" },
      ];
      const args = { expected: "the next statement", found: '","' };
      state.problems.report("syntax-error", start, end, args, { help, fixes: [{ title: "Write a list", edits }] });
      return last + 1;
    }
  }
  if (cursor.isFirst(index) || before === lBrace) {
    state.expected("an outcome before the `,`", index);
    return index + 1;
  }
  if (
    cursor.isWord(index + 1) &&
    cursor.typeAt(index + 2) === -1 &&
    state.output.typeAt(state.output.length - 2) === arrow
  ) {
    const help = "An arrow leads to one node.";
    const args = { expected: "the next statement", found: `", ${cursor.imageAt(index + 1)}"` };
    state.problems.report("syntax-error", start, end, args, { help });
    return index + 2;
  }
  if (cursor.isWord(index + 1) && leadsSomewhere(state, index + 1)) {
    const range = { start, end: all.startAt(index + 1) };
    const help = "Write the next statement on a line of its own.";
    state.superfluous(index, "a new line", help, { range, text: `\n${state.indentAt(index)}` });
    return index + 1;
  }
  return state.take(index);
}

/** The commas at the ends of the properties below, in the same braces: `"a": 1,`, as JSON has them. */
function commasBelow(state: MarkState, index: number): readonly number[] {
  const { cursor, tokens: all } = state;
  const found: number[] = [];
  let depth = 0;
  let first = index + 1;
  for (let at = index + 1; at < all.length && at < index + mostBelow; at++) {
    const type = all.typeAt(at);
    if (depth === 0 && cursor.isFirst(at)) first = at;
    if (type === lBrace || type === lBracket) depth++;
    else if ((type === rBrace || type === rBracket) && --depth < 0) break;
    const isEnd = depth === 0 && type === comma && cursor.isFirst(at + 1);
    if (isEnd && (all.typeAt(first + 1) === colon || all.typeAt(first + 3) === colon)) found.push(at);
  }
  return found;
}

/** `2,5` is `2.5`. */
function markDecimalComma(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const [before, behind] = [cursor.imageAt(index - 1), cursor.imageAt(index + 1)];
  const right = `${before}.${behind}`;
  const range = { start: all.startAt(index - 1), end: all.endAt(index + 1) };
  state.foreign(index - 1, index + 1, right, { range, text: right });
  return index + 2;
}

function isValue(type: number): boolean {
  return type === string;
}

/** The last of the values up to the end of the line; -1 where something else stands there. */
function lastOfValues(state: MarkState, index: number): number {
  let at = index + 1;
  while (at < index + farthestToken && isValue(state.cursor.typeAt(at)) && state.cursor.typeAt(at + 1) === comma)
    at += 2;
  return isValue(state.cursor.typeAt(at)) && state.cursor.typeAt(at + 1) === -1 ? at : -1;
}

function leadsSomewhere({ cursor }: MarkState, index: number): boolean {
  let at = index + 1;
  while (at < index + farthestToken && (cursor.isWord(at) || cursor.typeAt(at) === comma || cursor.typeAt(at) === dot))
    at++;
  return cursor.typeAt(at) === arrow || cursor.typeAt(index + 1) === colon;
}
