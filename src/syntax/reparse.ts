import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import type { Comment, FileItem, JourneyMember } from "./ast.js";
import { tokenize } from "./lexer.js";
import { type ParseResult, withFixesTried } from "./parse.js";
import { parseTokens } from "./parse-tokens.js";
import { Problems } from "./problems.js";
import { isBalanced } from "./repair/balance-brackets.js";
import { TokenVector, typeIndex } from "./token-vector.js";
import { LBrace } from "./tokens.js";

/** The tree of a text in which one member of a journey is another one than before. */
export interface Reparsed {
  readonly parsed: ParseResult;
  readonly before: JourneyMember;
  readonly after: JourneyMember;
}

/** All ranges of the items of a tree, each once. They are collected when its text is edited for the first time. */
const rangesOfTrees = new WeakMap<ParseResult, Set<Range>>();

/**
 * Parses what an edit has changed, if that stands in the braces of one member of a journey, and no other part of the text has mistakes, neither before
 * nor now. The rest of the tree is taken over, and what stands behind the edit is moved in place, as the source file gets the new text: **the tree
 * before must not be used any more**. `undefined`, and nothing has happened, where the whole text has to be parsed.
 */
export function reparse(known: ParseResult, given: SourceFile): Reparsed | undefined {
  const { source } = known;
  const textBefore = source.text;
  const { text } = given.withLineFeeds();
  const edit = editBetween(textBefore, text);
  const journey = known.file.items.find(({ range }) => isAround(range, edit.old));
  if (journey?.kind !== "journey") return undefined;
  const before = journey.members.find(({ range }) => isAround(range, edit.old));
  if (before === undefined || !standsAlone(before, textBefore) || !areIn(before.range, known)) return undefined;
  // What is misplaced in its braces has been put beside it.
  if ([...known.file.items, ...journey.members].some((each) => isAround(before.range, each.range))) return undefined;
  source.become(text);
  const parsed = parseMember(source, grown(journey.range, edit), grown(before.range, edit));
  if (parsed?.member.kind !== before.kind) {
    source.become(textBefore);
    return undefined;
  }
  const { member: after, comments, diagnostics } = parsed;

  const ranges = rangesOfTrees.get(known) ?? rangesIn(known.file.items);
  for (const range of rangesIn(before)) ranges.delete(range);
  move(ranges, before.range.end, edit.growth);
  for (const range of rangesIn(after)) ranges.add(range);
  const members = journey.members.map((member) => (member === before ? after : member));
  const items = known.file.items.map((item): FileItem => (item === journey ? { ...journey, members } : item));
  const range = { start: 0, end: text.length };
  const result = withFixesTried({ file: { kind: "file", items, comments, range }, source, diagnostics });
  rangesOfTrees.set(result, ranges);
  return { parsed: result, before, after };
}

interface Edit {
  /** What it has replaced, in the text before. */
  readonly old: Range;
  /** By how much the text is longer now. */
  readonly growth: number;
}

/** The shortest stretch of a text that is another one now. */
function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  const last = before.length - 1;
  const growth = after.length - before.length;
  while (same < shorter - start && before.charCodeAt(last - same) === after.charCodeAt(last - same + growth)) same++;
  return { old: { start, end: before.length - same }, growth };
}

/** Whether one range lies in another one, and touches no end of it. */
function isAround(outer: Range, inner: Range): boolean {
  return outer.start < inner.start && inner.end < outer.end;
}

function grown({ start, end }: Range, { growth }: Edit): Range {
  return { start, end: end + growth };
}

/** Whether a member ends with a brace, and nothing stands before it on its line. */
function standsAlone({ range: { start, end } }: JourneyMember, text: string): boolean {
  return text.charAt(end - 1) === "}" && text.slice(text.lastIndexOf("\n", start) + 1, start).trim() === "";
}

/** Whether all mistakes of a text are in a range, and none is one of brackets or quotes, which are mended by looking at the whole text. */
function areIn(range: Range, { source, diagnostics }: Pick<ParseResult, "source" | "diagnostics">): boolean {
  if (diagnostics.length === 0) return true;
  if (!diagnostics.every(({ place }) => isAround(range, place.range))) return false;
  const { tokens, isMended } = tokenize(source.text, new Problems(source));
  return !isMended && isBalanced(tokens);
}

const leftBrace = typeIndex(LBrace);

interface ParsedMember extends Pick<ParseResult, "diagnostics"> {
  readonly member: JourneyMember;
  /** Those of the whole text. */
  readonly comments: readonly Comment[];
}

/** The member of a journey in a range; `undefined` where there is none, or a mistake anywhere else. */
function parseMember(source: SourceFile, journey: Range, range: Range): ParsedMember | undefined {
  const problems = new Problems(source);
  const { tokens, comments, isMended } = tokenize(source.text, problems);
  if (isMended || !isBalanced(tokens)) return undefined;
  const items = parseTokens(onlyMember(tokens, journey, range), problems, tokens);
  const diagnostics = problems.finish();
  if (!diagnostics.every(({ place }) => isAround(range, place.range))) return undefined;
  const [item] = items;
  const [member, other] = item?.kind === "journey" ? item.members : [];
  const isThere = member?.range.start === range.start && member.range.end === range.end && other === undefined;
  return isThere && items.length === 1 ? { member, comments, diagnostics } : undefined;
}

/** The first line of a journey, one member and the end. */
function onlyMember(tokens: TokenVector, journey: Range, member: Range): TokenVector {
  const part = new TokenVector(tokens.text);
  let isOpen = false;
  for (let index = 0; index < tokens.length; index++) {
    const [start, end] = [tokens.startAt(index), tokens.endAt(index)];
    if (start < journey.start || end > journey.end) continue;
    const isIn = start >= member.start && end <= member.end;
    if (!isOpen || isIn || end === journey.end) part.copy(tokens, index, tokens.typeAt(index));
    isOpen ||= tokens.typeAt(index) === leftBrace;
  }
  return part;
}

/** The ranges of a part of a tree. Some of its nodes share one. */
function rangesIn(part: object, found = new Set<Range>()): Set<Range> {
  for (const [key, value] of Object.entries(part)) {
    if (typeof value !== "object" || value === null) continue;
    if (key === "range") found.add(value);
    else rangesIn(value, found);
  }
  return found;
}

/** Moves what stands at or behind an offset, and the ends of what stands around it. */
function move(ranges: Iterable<{ start: number; end: number }>, from: number, by: number): void {
  if (by === 0) return;
  for (const range of ranges) {
    if (range.end < from) continue;
    range.end += by;
    if (range.start >= from) range.start += by;
  }
}
