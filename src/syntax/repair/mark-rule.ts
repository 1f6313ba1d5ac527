import { declarationKeywords, type Keyword } from "../keywords.js";
import { isEndName } from "../reserved-names.js";
import * as tokens from "../tokens.js";
import type { MarkState } from "./mark-state.js";
import { endOfLine, type NamedNodes, namedNodeText, putNode, readNamedNodes } from "./named-nodes.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, dot, name } = typeNumbers;

/** Words that other tools begin such a rule with. */
const foreignWords: readonly (readonly [keyword: string, words: RegExp])[] = [
  ["forbid", /^(?:deny|never|disallow|prohibit|forbidden|prevent|no|not|block|exclude)$/i],
  ["require", /^(?:assert|ensure|must|always|rule|check|guarantee|verify|demand|needs?|expect|invariant)$/i],
];

/** `deny Lock -> success`: a rule by its words, where an edge cannot stand. -1 for another line. */
export function markForeignRule(state: MarkState, index: number): number {
  const { cursor } = state;
  const [text] = foreignWords.find(([, words]) => words.test(cursor.imageAt(index))) ?? [];
  const keyword = text === undefined ? undefined : declarationKeywords.get(text);
  const isLed = cursor.isFirst(index) && cursor.typeAt(index + 1) === name;
  if (keyword === undefined || state.block !== "journey" || !isLed) return -1;
  if (cursor.typeAt(index + 2) !== arrow && cursor.typeAt(index + 2) !== dot) return -1;
  return markLooseRule(state, keyword, index, index + 1);
}

/**
 * Reads a rule that is written with the marks of arrows, with those of a comparison, or with the other word: `forbid Lock -> success`,
 * `require Check == true before success`, `require success after Check`. What a rule says is certain then. -1 for a rule that is whole, or
 * that is no rule.
 */
export function markLooseRule(state: MarkState, keyword: Keyword, index: number, first: number): number {
  const { cursor } = state;
  let from = first;
  while (/^(?:path|any|all|every|that|from|reach|always)$/.test(cursor.imageAt(from)) && cursor.isWord(from + 1))
    from++;
  const end = endOfLine(state, from);
  const read = readNamedNodes(state, from, end);
  const sides = sidesOf(read);
  if (read.end !== end || sides === undefined) return -1;
  const usual = keyword.text === "require" ? "before" : "after";
  const isForeign = cursor.imageAt(index) !== keyword.text;
  const isWhole = sides.separator === usual && from === first;
  const { earlier, later, isSure } = inTime(state, sides);
  const [before, ...alsoBefore] = earlier;
  const [after, ...alsoAfter] = later;
  if (before === undefined || after === undefined) return -1;
  if (alsoBefore.length + alsoAfter.length > 0) reportSeveral(state, keyword, { earlier, later }, index);
  else if (isWhole && after.length > 1) reportRight(state, first, end, ruleText(state, keyword, before, after));
  else if (isWhole && [before, after].some((side) => isQuoted(state, side))) {
    state.foreign(first, end - 1, ruleText(state, keyword, before, after).slice(keyword.text.length + 1));
    return end;
  } else if (isWhole && read.joined.size === 0) return -1;
  else if (isWhole) reportJoined(state, read);
  else if (
    sides.separator === "->" &&
    keyword.text === "require" &&
    read.joined.size === 0 &&
    !isForeign &&
    from === first
  )
    return -1;
  else {
    const right = ruleText(state, keyword, before, after);
    const start = isForeign ? index : first;
    const text = isForeign ? right : right.slice(keyword.text.length + 1);
    if (isSure && after.length === 1) state.foreign(start, end - 1, text);
    else reportRight(state, start, end, right);
  }
  putRule(state, keyword, index, before, after);
  return end;
}

/** Whether a node stands in quotes together with its outcome: `"Check.true"`. */
function isQuoted({ cursor }: MarkState, [only = -1, ...more]: readonly number[]): boolean {
  return more.length === 0 && /^"[\w-]+\.[\w-]+"$/.test(cursor.imageAt(only));
}

interface Sides {
  readonly left: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
  readonly separator: string;
}

function sidesOf({ named, between }: NamedNodes): Sides | undefined {
  const words = between.flatMap((mark, at) => (/^(?:before|after)$/.test(mark) ? [at] : []));
  const marks = words.length > 0 ? words : between.flatMap((mark, at) => (/^(?:->|to|then)$/.test(mark) ? [at] : []));
  const [at, second] = marks;
  if (at === undefined || second !== undefined) return undefined;
  if (between.some((mark, place) => place !== at && !/^(?:,|and|or)$/.test(mark))) return undefined;
  const separator = words.length > 0 ? (between[at] ?? "") : "->";
  return { left: named.slice(0, at + 1), right: named.slice(at + 1), separator };
}

/** Which of the two comes first on a path. Behind an end nothing comes, so that words that say so are swapped. */
function inTime({ cursor }: MarkState, { left, right, separator }: Sides) {
  const [earlier, later] = separator === "after" ? [right, left] : [left, right];
  const isEnd = (words: readonly number[] | undefined) =>
    words?.length === 1 && isEndName(cursor.imageAt(words[0] ?? -1));
  const isSwapped = isEnd(earlier[0]) && !isEnd(later[0]);
  const isSure = !isSwapped;
  return isSwapped ? { earlier: later, later: earlier, isSure } : { earlier, later, isSure };
}

function ruleText(state: MarkState, { text }: Keyword, before: readonly number[], after: readonly number[]): string {
  const [first, then] = [namedNodeText(state, before), namedNodeText(state, after.slice(0, 1))];
  return text === "require" ? `require ${first} before ${then}` : `forbid ${then} after ${first}`;
}

function reportRight(state: MarkState, start: number, end: number, right: string): void {
  const { tokens: all } = state;
  const found = all.text.slice(all.startAt(start), all.endAt(end - 1));
  const args = { expected: `\`${right}\``, found: `"${found}"` };
  state.problems.report("syntax-error", all.startAt(start), all.endAt(end - 1), args, { help: `Write \`${right}\`.` });
}

/** `Check == true` in a rule that is whole otherwise. */
function reportJoined(state: MarkState, { named, joined }: NamedNodes): void {
  const words = named.find((_, place) => joined.has(place)) ?? [];
  const [first = 0, last = first] = [words[0], words.at(-1)];
  const end = state.cursor.imageAt(last + 1) === "]" ? last + 1 : last;
  state.foreign(first, end, namedNodeText(state, words));
}

/** `forbid A after B, C`: a rule names one node on each side. */
function reportSeveral(
  state: MarkState,
  keyword: Keyword,
  {
    earlier,
    later,
  }: { readonly earlier: readonly (readonly number[])[]; readonly later: readonly (readonly number[])[] },
  index: number,
): void {
  const { tokens: all } = state;
  const rules = earlier.flatMap((before) => later.map((after) => `\`${ruleText(state, keyword, before, after)}\``));
  const end = endOfLine(state, index + 1);
  const range = { start: all.startAt(index + 1), end: all.endAt(end - 1) };
  const args = { expected: "one node on each side", found: `"${all.text.slice(range.start, range.end)}"` };
  const help = `Write a rule for each: ${rules.slice(0, 3).join(", ")}${rules.length > 3 ? ", …" : "."}`;
  state.problems.report("syntax-error", range.start, range.end, args, { help });
}

function putRule(
  state: MarkState,
  keyword: Keyword,
  index: number,
  before: readonly number[],
  after: readonly number[],
): void {
  const isRequire = keyword.text === "require";
  state.take(index, keyword.type);
  const [first, second] = isRequire ? [before, after.slice(0, 1)] : [after.slice(0, 1), before];
  putNode(state, first);
  state.insert(isRequire ? tokens.BeforeKeyword : tokens.AfterKeyword, index);
  putNode(state, second);
  state.header = undefined;
}
