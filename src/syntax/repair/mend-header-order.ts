import { declarationKeywords, type Keyword } from "../keywords.js";
import { isName } from "../match-word.js";
import * as tokens from "../tokens.js";
import { isTypeFirst, nameFromTitle } from "./mark-node-header.js";
import type { MarkState } from "./mark-state.js";
import { holdsHeaders } from "./mend-header.js";
import { resourceWords } from "./resource-line.js";
import { typeNumbers } from "./type-numbers.js";

const { at, colon, comma, equals, lBrace, name, number, string } = typeNumbers;

/** What a header holds besides its keyword, by token. */
interface Parts {
  readonly words: readonly number[];
  readonly texts: readonly number[];
  /** The number of a version. */
  readonly version: number | undefined;
  /** All tokens in the order that the author wrote them. */
  readonly all: readonly number[];
  /** The token behind the header. */
  readonly end: number;
}

/** Words that other languages put before a title or a path. */
const fillers =
  /^(?:as|label|labell?ed|titled?|called|named?|caption|display|displayName|from|file|path|in|at|of|id)$/i;

/**
 * `node Ask: "Title" Type {`, `page "Title" Ask {`, `node Ask: Type "Title"@2.0 {`: all parts of a header are there, in another order or with
 * other marks between them. They are read in the order of the language. -1 for a header that is right, or lacks something.
 */
export function markHeaderOrder(state: MarkState, index: number): number {
  const { cursor } = state;
  if (!holdsHeaders(state.block) || state.header !== undefined || !cursor.isFirst(index)) return -1;
  const keywordAt = state.typeOf(index) === string && cursor.typeAt(index + 1) === name ? index + 1 : index;
  const keyword = state.typeOf(keywordAt) === name ? declarationKeywords.get(cursor.imageAt(keywordAt)) : undefined;
  const build = keyword && builders[keyword.text];
  if (keyword === undefined || build === undefined || !keyword.places.includes(state.block)) return -1;
  const parts = partsOf(state, index, keywordAt, keyword);
  const header = parts && build(state, parts);
  if (parts === undefined || header === undefined || isInOrder(parts, header)) return -1;
  write(state, keyword, index, keywordAt, parts, header);
  return parts.end;
}

/** What the tokens of a header are; `undefined` where something else stands among them. */
function partsOf(state: MarkState, index: number, keywordAt: number, keyword: Keyword): Parts | undefined {
  const { cursor } = state;
  const words: number[] = [];
  const texts: number[] = [];
  const all: number[] = [];
  let version: number | undefined;
  for (let token = index; ; token++) {
    const type = token === index ? state.typeOf(token) : cursor.typeAt(token);
    if (type === lBrace || type === -1) {
      const isWhole = keyword.shape === "resource" ? type === -1 : type === lBrace;
      return isWhole ? { words, texts, version, all, end: token } : undefined;
    }
    if (token === keywordAt) continue;
    all.push(token);
    if (type === name) words.push(token);
    else if (type === string) texts.push(token);
    else if (type === number && version === undefined && isVersion(state, token)) version = token;
    else if (type === at ? cursor.typeAt(token + 1) !== number : type !== colon && type !== comma && type !== equals)
      return undefined;
  }
}

function isVersion({ cursor }: MarkState, token: number): boolean {
  return cursor.typeAt(token - 1) === at || /^\d+\.\d+$/.test(cursor.imageAt(token));
}

/** A part of a header as it is to be: a token, or a mark. */
type HeaderPart = number | ":" | "@" | "of" | "from" | "node";

interface Header {
  readonly parts: readonly HeaderPart[];
  /** Whether a fix may write it. */
  readonly isClear: boolean;
  /** The name that is made of the title, where there is none. */
  readonly named?: string;
  /** Whether a mark between the parts is missing or wrong, though they are in order. */
  readonly isMarked?: boolean;
}

type Build = (state: MarkState, parts: Parts) => Header | undefined;

const builders: Readonly<Record<string, Build>> = {
  node: nodeHeader,
  page: (state, { words, texts, version }) => {
    const [only] = withoutFillers(state, words, 1);
    if (only === undefined || texts.length > 1) return undefined;
    return { parts: [only, ...versionParts(version), ...texts], isClear: true };
  },
  journey: titledHeader,
  script: titledHeader,
  extern: (state, { words, texts, version }) => {
    const [only] = withoutFillers(
      state,
      words.filter((word) => state.cursor.imageAt(word) !== "node"),
      1,
    );
    if (only === undefined || texts.length !== 1 || version !== undefined) return undefined;
    return { parts: ["node", only, ...texts], isClear: true, isMarked: state.cursor.imageAt(only - 1) !== "node" };
  },
  scenario: (state, { words, texts, version }) => {
    const [only] = withoutFillers(state, words, 1);
    const isRight = state.cursor.typeAt((texts[0] ?? 0) - 1) === name && texts[0] === words[0];
    if (only === undefined || texts.length !== 1 || version !== undefined || isRight) return undefined;
    // A title that stands first lacks `of` at most.
    if ((texts[0] ?? 0) < (words[0] ?? 0)) return undefined;
    return { parts: [...texts, "of", only], isClear: true };
  },
  resource: resourceHeader,
};

/** The words that are no filler, if there are as many as wanted. */
function withoutFillers({ cursor }: MarkState, words: readonly number[], wanted: number): readonly number[] {
  const own = words.length === wanted ? words : words.filter((word) => !fillers.test(cursor.imageAt(word)));
  return own.length === wanted ? own : [];
}

function versionParts(version: number | undefined): readonly HeaderPart[] {
  return version === undefined ? [] : ["@", version];
}

function titledHeader(state: MarkState, { words, texts, version }: Parts): Header | undefined {
  const [only] = withoutFillers(state, words, 1);
  const [title, second] = texts;
  if (only === undefined || title === undefined || second !== undefined || version !== undefined) return undefined;
  if (/[/\\]|\.\w{1,4}"$/.test(state.cursor.imageAt(title))) return undefined;
  return { parts: [only, title], isClear: true };
}

function nodeHeader(state: MarkState, { words, texts, version, all }: Parts): Header | undefined {
  const { cursor } = state;
  const [title, second] = texts;
  if (second !== undefined || (title === undefined && version === undefined)) return undefined;
  const own = words.filter((word) => cursor.imageAt(word) !== "node");
  const [first, last] = withoutFillers(state, own.length === 2 ? own : words, 2);
  if (first === undefined || last === undefined) {
    // `node "Title": Type {`
    const [type, more] = own;
    if (type === undefined || more !== undefined || title === undefined || all[0] !== title) return undefined;
    if (cursor.typeAt(title + 1) !== colon) return undefined;
    const written = cursor.imageAt(title).slice(1, -1);
    // A name in quotes has no other mistake.
    if (isName(written)) return undefined;
    const named = nameFromTitle(written);
    return { parts: [":", type, ...versionParts(version), title], isClear: false, named };
  }
  const isColonBehind = cursor.typeAt(first + 1) === colon;
  const isSwapped = isTypeOfOther(state, first, last);
  if (isColonBehind && isSwapped) return undefined;
  const [named, typed] = isSwapped ? [last, first] : [first, last];
  const parts: HeaderPart[] = [named, ":", typed, ...versionParts(version)];
  if (title !== undefined) parts.push(title);
  return { parts, isClear: isColonBehind || cursor.isTarget(cursor.imageAt(named)) };
}

/** Whether an arrow leads to the second word, and none to the first. */
function isTypeOfOther(state: MarkState, first: number, last: number): boolean {
  if (last === first + 1) return isTypeFirst(state, first);
  const { cursor } = state;
  return cursor.isTarget(cursor.imageAt(last)) && !cursor.isTarget(cursor.imageAt(first));
}

function resourceHeader(state: MarkState, { words, texts, version }: Parts): Header | undefined {
  const { cursor } = state;
  const kinds = words.filter((word) => resourceWords.test(cursor.imageAt(word)));
  const [kind, more] = kinds;
  const [first, second, third] = texts;
  if (kind === undefined || more !== undefined || first === undefined || second === undefined) return undefined;
  if (third !== undefined || version !== undefined) return undefined;
  if (words.some((word) => word !== kind && !fillers.test(cursor.imageAt(word)))) return undefined;
  const isPath = (text: number) => /\/|\.(?:json|html)"$/.test(cursor.imageAt(text));
  if (isPath(first) === isPath(second)) return undefined;
  const [id, path] = isPath(first) ? [second, first] : [first, second];
  const isMarked = cursor.imageAt(path - 1) !== "from";
  return { parts: [kind, id, "from", path], isClear: true, isMarked };
}

/** Whether the author wrote just these parts. */
function isInOrder({ all, words }: Parts, { parts, named, isMarked }: Header): boolean {
  if (named !== undefined || isMarked === true) return false;
  const marks = parts.filter((part) => typeof part === "string").length;
  const own = parts.filter((part) => typeof part === "number");
  const given = all.filter((token) => own.includes(token));
  if (given.some((token, index) => token !== own[index])) return false;
  // Nothing but the marks is left: a wrong one is told where it stands.
  const isWithoutMore = all.length <= own.length + marks && words.length <= own.length;
  const lastOwn = own.at(-1) ?? -1;
  return isWithoutMore && all.at(-1) === lastOwn;
}

function textOf({ cursor }: MarkState, { parts, named = "" }: Header): string {
  const written = parts.map((part) => (typeof part === "number" ? cursor.imageAt(part) : part)).join(" ");
  return `${named} ${written}`.trim().replace(/ @ /g, "@").replace(/ : /g, ": ");
}

function write(
  state: MarkState,
  keyword: Keyword,
  index: number,
  keywordAt: number,
  { end }: Parts,
  header: Header,
): void {
  const { tokens: all } = state;
  const right = `${keyword.text} ${textOf(state, header)}`;
  const range = { start: all.startAt(index), end: all.endAt(end - 1) };
  const args = { found: all.text.slice(range.start, range.end), right };
  const help =
    header.named === undefined ? `Write \`${right}\`.` : `Write \`${right}\`, with the name to which arrows lead.`;
  const fixes = header.isClear ? [{ title: `Write ${right}`, edits: [{ range, text: right }] }] : [];
  state.problems.report("foreign-spelling", range.start, range.end, args, { help, fixes });
  state.take(keywordAt, keyword.type);
  state.begin(keyword);
  if (header.named !== undefined) {
    const title = header.parts.at(-1);
    if (typeof title === "number") state.output.push(name, all.startAt(title) + 1, all.endAt(title) - 1);
  }
  for (const part of header.parts) {
    if (typeof part === "number") state.take(part);
    else state.insert(markTokens[part], index);
  }
}

const markTokens = {
  ":": tokens.Colon,
  "@": tokens.At,
  of: tokens.OfKeyword,
  from: tokens.FromKeyword,
  node: tokens.NodeKeyword,
} as const;
