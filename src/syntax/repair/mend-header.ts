import { type BlockKind, declarationKeywords, type Keyword } from "../keywords.js";
import { meansScript, nearOrBegun } from "./guess-keyword.js";
import { markHeaderWord, markKeyword } from "./mark-header.js";
import { isTypeFirst, markNodeHeader } from "./mark-node-header.js";
import type { MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, lBrace, lBracket, name, rBrace, rBracket, string } = typeNumbers;

/**
 * Reads a line that ends with `{` but does not begin as a declaration must: a keyword is missing or misspelt, or something
 * stands in place of the keyword or the name. Much hangs on it, all that is in the braces. -1 when the line is no header.
 */
export function mendHeader(state: MarkState, index: number): number {
  if (!holdsHeaders(state.block) || index < state.noHeaderUntil) return -1;
  const end = headerEnd(state, index);
  if (end <= index) return -1;
  const next = readHeader(state, index, end);
  if (next === -1) state.noHeaderUntil = end;
  return next;
}

/** `Login journey {`, `Name node: Type`: the keyword stands behind the name. -1 where it does not. */
export function markSwappedHeader(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const keyword = declarationKeywords.get(cursor.imageAt(index + 1));
  if (keyword === undefined || cursor.typeAt(index + 1) !== name || state.typeOf(index) !== name) return -1;
  if (!holdsHeaders(state.block) || !keyword.places.includes(state.block)) return -1;
  const after = cursor.typeAt(index + 2);
  const word = cursor.imageAt(index);
  const fits =
    keyword.shape === "node"
      ? after === colon && cursor.isWord(index + 3)
      : keyword.shape === "named" && (after === lBrace || (after === string && cursor.typeAt(index + 3) === lBrace));
  if (!fits || declarationKeywords.has(word)) return -1;
  const range = { start: all.startAt(index), end: all.endAt(index + 1) };
  const right = `${keyword.text} ${word}`;
  state.superfluous(index, `\`${keyword.text}\` before the name`, `Write \`${right}\`.`, { range, text: right });
  state.take(index + 1, keyword.type);
  state.begin(keyword);
  state.take(index);
  return index + 2;
}

function readHeader(state: MarkState, index: number, end: number): number {
  const first = findName(state, index, end);
  if (first === index && !declarationKeywords.has(state.cursor.imageAt(index)) && startsOther(state, index))
    return skipFirstWord(state, index);
  const keyword = first === -1 ? undefined : findMeant(state, first);
  if (keyword === undefined) return withoutKeyword(state, index, first, end);
  if (first === index && keyword.shape === "braced" && startsOther(state, index)) return skipFirstWord(state, index);
  if (state.cursor.imageAt(first) !== keyword.text) reportUnknown(state, keyword, first);
  else if (keyword.shape !== "braced" || first !== index)
    state.expected(first === index ? "a name" : `\`${keyword.text}\``, first === index ? index + 1 : index);
  state.take(first, keyword.type);
  state.begin(keyword);
  return first + 1;
}

/** `export journey Login {`: the second word is the keyword. */
function startsOther(state: MarkState, index: number): boolean {
  const { cursor } = state;
  const second = declarationKeywords.get(cursor.imageAt(index + 1));
  return second?.places.includes(state.block) === true && cursor.typeAt(index + 2) === name;
}

function skipFirstWord(state: MarkState, index: number): number {
  const keyword = declarationKeywords.get(state.cursor.imageAt(index + 1)) as Keyword;
  const range = { start: state.tokens.startAt(index), end: state.tokens.startAt(index + 1) };
  const help = `Remove \`${state.cursor.imageAt(index)}\`.`;
  state.superfluous(index, `\`${keyword.text}\``, help, { range, text: "" });
  return markKeyword(state, keyword, index + 1);
}

/** The `{` at the end of the line, if there is no other bracket before it; else -1. */
function headerEnd(state: MarkState, index: number): number {
  for (let at = index; ; at++) {
    const type = at === index ? state.typeOf(at) : state.cursor.typeAt(at);
    if (type === lBrace && state.cursor.isFirst(at + 1)) return at;
    if (type === -1 || type === lBrace || type === lBracket || type === rBracket || type === rBrace) {
      state.noHeaderUntil = at;
      return -1;
    }
  }
}

function findName(state: MarkState, index: number, end: number): number {
  for (let at = index; at < end; at++) if (state.typeOf(at) === name) return at;
  return -1;
}

/** The keyword that the first word of a header is, or was meant to be when another word follows. */
function findMeant(state: MarkState, first: number): Keyword | undefined {
  const word = state.cursor.imageAt(first);
  const exact = declarationKeywords.get(word);
  if (exact !== undefined) return hasBody(exact) ? exact : undefined;
  if (meansScript(word) && (state.block === "file" || state.block === "journey"))
    return declarationKeywords.get("script");
  const braced = state.cursor.typeAt(first + 1) === lBrace;
  const candidates = [...declarationKeywords.values()].filter(
    (keyword) => hasBody(keyword) && keyword.places.includes(state.block) && (keyword.shape === "braced") === braced,
  );
  const near = nearOrBegun(
    word,
    candidates.map((keyword) => keyword.text),
  );
  return near === undefined ? undefined : declarationKeywords.get(near);
}

function hasBody(keyword: Keyword): boolean {
  return keyword.opens !== "object" || keyword.shape === "braced";
}

/** `PollingWait Wait {` and `Wait PollingWait {`: a node without keyword and colon, if arrows lead to one of the words. */
function markBarePair(state: MarkState, index: number, end: number): number {
  const { cursor, tokens: all } = state;
  if (state.block !== "journey" || end !== index + 2 || cursor.typeAt(index + 1) !== name) return -1;
  const [first, second] = [cursor.imageAt(index), cursor.imageAt(index + 1)];
  const typeFirst = isTypeFirst(state, index) && /^\p{Lu}/u.test(first);
  if (!typeFirst && !(cursor.isTarget(first) && !cursor.isTarget(second))) return -1;
  const node = declarationKeywords.get("node") as Keyword;
  const right = typeFirst ? `node ${second}: ${first}` : `node ${first}: ${second}`;
  const range = { start: all.startAt(index), end: all.endAt(index + 1) };
  state.superfluous(index, `\`${right}\``, `Write \`${right}\`.`, { range, text: right });
  state.insert(node.type, index);
  state.begin(node);
  return markNodeHeader(state, index);
}

function withoutKeyword(state: MarkState, index: number, first: number, end: number): number {
  const pair = markBarePair(state, index, end);
  if (pair !== -1) return pair;
  const nameIndex = first === -1 ? end : first;
  const text = guessFromShape(state, nameIndex, end);
  const keyword = text === undefined ? undefined : declarationKeywords.get(text);
  if (keyword === undefined) return -1;
  const next = state.cursor.typeAt(index + 1);
  if (index === nameIndex && (next === name || (text === "scenario" && next === string)))
    reportUnknown(state, keyword, index);
  else state.expected(`\`${keyword.text}\``, index);
  // `wrong Name {`: the first word stands for the keyword; `Name {`: there is none.
  if (nameIndex === index && (next === name || (text === "scenario" && next === string))) {
    state.take(index, keyword.type);
    state.begin(keyword);
    return index + 1;
  }
  state.insert(keyword.type, index);
  state.begin(keyword);
  if (text === "scenario") {
    for (let at = index; at < end; at++) if (state.typeOf(at) === string) return state.take(at);
  }
  return nameIndex === end ? end : markHeaderWord(state, keyword, nameIndex);
}

function guessFromShape(state: MarkState, nameIndex: number, end: number): string | undefined {
  for (let at = nameIndex; at < end; at++) if (state.typeOf(at) === colon) return "node";
  if (state.block === "page") return undefined;
  if (state.block === "journey") return looksLikeLayout(state, end + 1) ? "layout" : "page";
  return namesTested(state, end) ? "scenario" : "journey";
}

/** `of Login {`, `of script CheckRisk {` and `of script Login.CheckRisk {`. */
function namesTested({ cursor }: MarkState, end: number): boolean {
  if (cursor.imageAt(end - 2) === "of") return true;
  return [end - 2, end - 4].some((at) => cursor.imageAt(at) === "script" && cursor.imageAt(at - 1) === "of");
}

/** Whether the line at `index` is one of a layout: a name and a number or an id. */
export function looksLikeLayout(state: MarkState, index: number): boolean {
  return /^w(?:\.w)?(?:#|s)/.test(state.cursor.shapeAt(index));
}

/** Reports a word that was read as a keyword. */
export function reportUnknown(state: MarkState, keyword: Keyword, index: number): void {
  const range = state.rangeOf(index);
  const fix = { title: `Write \`${keyword.text}\``, edits: [{ range, text: keyword.text }] };
  const args = { word: state.cursor.imageAt(index), keyword: keyword.text };
  state.problems.report("unknown-keyword", range.start, range.end, args, { fixes: [fix] });
}

/** Blocks in which a line can be a header. */
export function holdsHeaders(block: BlockKind): boolean {
  return block === "file" || block === "journey" || block === "page";
}
