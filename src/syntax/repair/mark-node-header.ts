import { isName } from "../match-word.js";
import * as tokens from "../tokens.js";
import type { MarkState } from "./mark-state.js";
import { markTypeInBody } from "./mark-type-in-body.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, at, colon, dot, equals, lBrace, name, number, rBrace, string } = typeNumbers;

/** Words that stand between a name and its type elsewhere. */
const between = /^(?:as|is|of|type|a|an|extends|implements)$/i;
/** How the page node's type is written. */
const pageType = /^page(?: ?node)?$/i;

/**
 * Takes `Name: Type` behind the keyword `node`, up to the `{`, the title or the end of the line. A name or a type of several words
 * is taken as one word; where name and type stand the other way round, or have something else between them, they are told apart.
 */
export function markNodeHeader(state: MarkState, index: number): number {
  const { cursor } = state;
  if (state.typeOf(index) === string && cursor.typeAt(index + 1) === string) return markQuotedPair(state, index);
  if (state.typeOf(index) !== name) return index;
  let words = index + 1;
  while (cursor.typeAt(words) === name) words++;
  const mark = cursor.typeAt(words);
  const count = words - index;
  if (mark === colon && count === 2 && endsHeader(state, words + 1)) return markColonBehind(state, index);
  if (mark === colon) return markType(state, markName(state, index, words), words);
  if (count === 1 && mark === string && cursor.typeAt(index + 2) === colon) return markTitleFirst(state, index);
  if (count === 1 && (mark === lBrace || mark === string)) return markTypeInBody(state, index);
  if (count === 1 && (mark === equals || mark === arrow) && cursor.typeAt(index + 2) === name) {
    state.take(index);
    state.foreignMark(index + 1, ":");
    state.replace(tokens.Colon, index + 1, index + 1);
    return markTypeWords(state, index + 2);
  }
  if (count === 3 && between.test(cursor.imageAt(index + 1))) {
    state.take(index);
    state.foreignMark(index + 1, ":");
    state.replace(tokens.Colon, index + 1, index + 1);
    return state.take(index + 2);
  }
  return count === 2 && mark !== dot ? markPair(state, index) : index;
}

/** `"Check" "DataStoreDecision"`, and the other way round, as Terraform has it: arrows tell which is the name. */
function markQuotedPair(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (!endsHeader(state, index + 2)) return index;
  const [first, second] = [index, index + 1].map((at) => cursor.imageAt(at).slice(1, -1)) as [string, string];
  if (!isName(first) || !isName(second)) return index;
  const isTypeBefore = cursor.isTarget(second) && !cursor.isTarget(first);
  const [named, typed] = isTypeBefore ? [index + 1, index] : [index, index + 1];
  const right = isTypeBefore ? `${second}: ${first}` : `${first}: ${second}`;
  const range = { start: all.startAt(index), end: all.endAt(index + 1) };
  const args = { expected: "a name and a type without quotes", found: all.text.slice(range.start, range.end) };
  const isClear = isTypeBefore || cursor.isTarget(first);
  const fixes = isClear ? [{ title: `Write ${right}`, edits: [{ range, text: right }] }] : [];
  state.problems.report("syntax-error", range.start, range.end, args, { help: `Write \`node ${right}\`.`, fixes });
  state.output.push(name, all.startAt(named) + 1, all.endAt(named) - 1);
  state.insert(tokens.Colon, index + 1);
  state.output.push(name, all.startAt(typed) + 1, all.endAt(typed) - 1);
  return index + 2;
}

/** `Lock account:` is one name. */
function markName(state: MarkState, index: number, end: number): number {
  if (end - index === 1) return state.take(index);
  const words = Array.from({ length: end - index }, (_, at) => state.cursor.imageAt(index + at));
  const meant = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const { start } = state.rangeOf(index);
  const args = { expected: "a name of one word", found: `"${words.join(" ")}"` };
  const help = `Write \`${meant}\`, here and where the name is used.`;
  state.problems.report("syntax-error", start, state.tokens.endAt(end - 1), args, { help });
  state.take(index);
  return end;
}

/** `node Name Type: {`: the colon stands behind the type. */
function markColonBehind(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const range = { start: all.startAt(index), end: all.endAt(index + 2) };
  const right = `${cursor.imageAt(index)}: ${cursor.imageAt(index + 1)}`;
  state.superfluous(index + 2, "`:` before the type", `Write \`${right}\`.`, { range, text: right });
  state.take(index);
  state.insert(tokens.Colon, index + 1);
  state.take(index + 1);
  return index + 3;
}

function markType(state: MarkState, next: number, mark: number): number {
  state.take(mark);
  return markTypeWords(state, Math.max(next, mark + 1));
}

/** A name of the admin console such as `Page Node` has several words: the binder says which type is meant. */
function markTypeWords(state: MarkState, index: number): number {
  let end = index;
  while (state.cursor.typeAt(end) === name || (end > index && state.cursor.typeAt(end) === dot)) end++;
  const version = markVersionWord(state, index);
  if (version !== -1) return version;
  if (end - index < 2 || !endsHeader(state, end)) return index;
  const start = state.tokens.startAt(index);
  const last = state.tokens.endAt(end - 1);
  const text = state.tokens.text.slice(start, last);
  const args = { expected: "a node type of one word", found: `"${text}"` };
  state.problems.report("syntax-error", start, last, args, {
    help: "Write the type as the catalogue calls it; a title behind it stands in quotes.",
  });
  state.replace(tokens.NameToken, index, end - 1);
  return end;
}

/** `Type v2.0`, `Type@v2`, `Type@"2.0"`, `Type@">=2.0"` and `Type@latest`: a version is a number behind `@`. */
export function markVersionWord(state: MarkState, index: number): number {
  const { cursor } = state;
  const isMarked = cursor.typeAt(index + 1) === at;
  const word = isMarked ? index + 2 : index + 1;
  const type = cursor.typeAt(word);
  const image = cursor.imageAt(word);
  if (type === name && /^v\d+$/i.test(image)) {
    const hasMinor = cursor.typeAt(word + 1) === dot && cursor.typeAt(word + 2) === number;
    const last = hasMinor ? word + 2 : word;
    return markVersion(state, index, last, { before: 1, after: 0, more: hasMinor ? "" : ".0" });
  }
  const [, mark, rest] =
    (isMarked && type === string && /^("[\^~<>=v\s]*)\d+(?:\.\d+)?((?:\.(?:\d+|[xX*]))*")$/.exec(image)) || [];
  if (mark !== undefined && rest !== undefined)
    return markVersion(state, index, word, { before: mark.length, after: rest.length, more: "" });
  if (!isMarked && type === number && !cursor.isFirst(word) && /^\d+\.\d+$/.test(image))
    return markVersion(state, index, word, { before: 0, after: 0, more: "" });
  if (!isMarked || type !== name || !endsHeader(state, word + 1)) return -1;
  const help = "Leave it out, or write the number of a version, as in `@2.0`.";
  const { start, end } = state.rangeOf(word);
  const args = { expected: "a version such as `2.0` after `@`", found: `"${image}"` };
  state.problems.report("syntax-error", start, end, args, { help });
  state.take(index);
  return word + 1;
}

/** Writes `@` and the digits of a version for what stands between a type and `last`, without the characters around the digits. */
function markVersion(
  state: MarkState,
  index: number,
  last: number,
  { before, after, more }: { readonly before: number; readonly after: number; readonly more: string },
): number {
  if (!endsHeader(state, last + 1)) return -1;
  const { cursor, tokens: all } = state;
  const word = cursor.typeAt(index + 1) === at ? index + 2 : index + 1;
  const range = { start: all.startAt(word) + before, end: all.endAt(last) - after };
  const right = `@${all.text.slice(range.start, range.end)}${more}`;
  state.foreign(index + 1, last, right, { range: { start: all.endAt(index), end: all.endAt(last) }, text: right });
  state.take(index);
  state.replace(tokens.At, index + 1, index + 1);
  state.output.push(number, range.start, range.end);
  return last + 1;
}

function endsHeader({ cursor }: MarkState, index: number): boolean {
  const type = cursor.typeAt(index);
  return type === -1 || type === lBrace || type === string;
}

/** `Name "Title": Type`. */
function markTitleFirst(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const type = cursor.imageAt(index + 3);
  const title = cursor.imageAt(index + 1);
  const range = { start: all.endAt(index), end: all.endAt(index + 3) };
  const help = "The title stands behind the type.";
  const right = `: ${type} ${title}`;
  if (cursor.typeAt(index + 3) === name)
    state.superfluous(index + 1, "`:` and a node type", help, { range, text: right });
  else state.expected("`:` and a node type", index + 1);
  state.take(index);
  state.take(index + 2);
  return index + 3;
}

/** `Name Type` without the colon, or `Type Name`: arrows lead to a name, and not to a type. */
function markPair(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const first = cursor.imageAt(index);
  const second = cursor.imageAt(index + 1);
  if (!endsHeader(state, index + 2) || state.block === "page") return index;
  if (isTypeFirst(state, index)) {
    const range = { start: all.startAt(index), end: all.endAt(index + 1) };
    const right = `${second}: ${first}`;
    const help = `The name comes first: \`${right}\`.`;
    state.superfluous(index, "the name before its type", help, { range, text: right });
    state.take(index + 1);
    state.insert(tokens.Colon, index);
    state.take(index);
    return index + 2;
  }
  state.take(index);
  // Where no arrow leads to the first word, it may not be the name that is meant.
  state.missing("`:` and a node type", index + 1, cursor.isTarget(first) ? ":" : undefined);
  state.insert(tokens.Colon, index + 1);
  return state.take(index + 1);
}

/** Whether the words at `index` are a type and the name of a node, as arrows show. */
export function isTypeFirst({ cursor }: MarkState, index: number): boolean {
  return cursor.isTarget(cursor.imageAt(index + 1)) && !cursor.isTarget(cursor.imageAt(index));
}

/** Whether what follows `node` or `page` at `index` declares a page with a type. Answers the index behind the type; -1 if not. */
export function findPageType(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (state.typeOf(index) !== name || cursor.typeAt(index + 1) !== colon || !cursor.isWord(index + 2)) return -1;
  let end = index + 3;
  while (cursor.typeAt(end) === name) end++;
  const type = all.text.slice(all.startAt(index + 2), all.endAt(end - 1)).replace(/^"(.*)"$/, "$1");
  return pageType.test(type) && cursor.typeAt(end) === lBrace && holdsNodes(state, end) ? end : -1;
}

/** Whether a block has inner nodes. */
export function holdsNodes(state: MarkState, open: number): boolean {
  let depth = 0;
  const end = Math.min(state.tokens.length, open + 5000);
  for (let at = open; at < end; at++) {
    const type = state.typeOf(at);
    if (type === lBrace) depth++;
    else if (type === rBrace && --depth === 0) return false;
    if (depth === 1 && state.cursor.isFirst(at) && state.cursor.imageAt(at) === "node" && state.cursor.isWord(at + 1))
      return true;
  }
  return false;
}

/** The name that a title in its place may stand for. */
export function nameFromTitle(title: string): string {
  if (isName(title)) return title;
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return isName(joined) ? joined : `_${joined}`;
}
