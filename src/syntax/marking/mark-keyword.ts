import { type BlockKind, declarationKeywords, type Keyword } from "../keywords.js";
import { keywordText, typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import type { MarkState } from "./mark-state.js";

const name = typeIndex(tokens.NameToken);
const string = typeIndex(tokens.StringLiteral);
const colon = typeIndex(tokens.Colon);
const equals = typeIndex(tokens.Equals);
const at = typeIndex(tokens.At);
const dot = typeIndex(tokens.Dot);
const lBrace = typeIndex(tokens.LBrace);

/**
 * The keyword that begins a declaration at `index`, judged by what follows it. Where the declaration does not belong,
 * more of its shape must be there: `script CheckRisk` in a node is rather a property without its colon.
 */
export function findKeyword(state: MarkState, index: number): Keyword | undefined {
  const keyword = declarationKeywords.get(state.cursor.imageAt(index));
  if (keyword === undefined) return undefined;
  const fits = keyword.places.includes(state.block) ? fitsAtHome : fitsElsewhere;
  return fits(state, keyword, index) ? keyword : undefined;
}

function fitsAtHome(state: MarkState, keyword: Keyword, index: number): boolean {
  const { cursor } = state;
  const next = cursor.typeAt(index + 1);
  switch (keyword.shape) {
    case "named":
      return cursor.isWord(index + 1) || next === at || opensBody(state, index + 1);
    case "scenario":
      return cursor.isWord(index + 1) || opensBody(state, index + 1);
    case "node":
    case "resource":
      return cursor.isWord(index + 1);
    case "extern":
    case "rule":
      return next === name;
    case "param":
      return next === name || (next === string && cursor.typeAt(index + 2) === equals);
    case "braced":
      return opensBody(state, index + 1);
    case "step":
      return false;
  }
}

/** A `{` may also stand alone in the next line. */
function opensBody(state: MarkState, index: number): boolean {
  return state.typeOf(index) === lBrace;
}

function fitsElsewhere(state: MarkState, keyword: Keyword, index: number): boolean {
  const { cursor } = state;
  const word = cursor.isWord(index + 1);
  const second = cursor.typeAt(index + 2);
  switch (keyword.shape) {
    case "node":
      return word && second === colon;
    case "named":
      return word && (second === lBrace || second === at || (second === string && cursor.typeAt(index + 3) === lBrace));
    case "scenario":
      return word && cursor.imageAt(index + 2) === "of" && second === name;
    case "resource":
      return word && second === string;
    case "extern":
      return word && cursor.imageAt(index + 1) === "node" && second === name;
    case "param":
      return word && second === equals;
    case "rule":
      return word && (cursor.imageAt(index + 2) === "before" || cursor.imageAt(index + 2) === "after");
    case "braced":
    case "step":
      return false;
  }
}

export function markKeyword(state: MarkState, keyword: Keyword, index: number): number {
  const next = state.take(index, keyword.type);
  state.begin(keyword);
  return next;
}

/** A word between a keyword and its `{` or the end of the line: a name, a title, or a word such as `before`. */
export function markHeaderWord(state: MarkState, header: Keyword, index: number): number {
  if (header.shape === "scenario") {
    const script = markTestedScript(state, index);
    if (script !== -1) return script;
  }
  if (!state.afterKeyword && state.cursor.typeAt(index - 1) !== at) {
    const keyword = declarationKeywords.get(state.cursor.imageAt(index));
    const named = header.shape === "rule" || state.previousType === typeIndex(tokens.NodeKeyword);
    if (keyword !== undefined && !named && fitsElsewhere(state, keyword, index)) {
      return markKeyword(state, keyword, index);
    }
  }
  const type = separatorAt(state, header, index);
  if (type === undefined) return state.take(index);
  state.separated = true;
  return state.take(index, type);
}

/** `of script CheckRisk`, `of script "scripts/check-risk.js"`: the word, or the text behind it. -1 for another word. */
function markTestedScript(state: MarkState, index: number): number {
  const { cursor, previousType } = state;
  if (previousType === typeIndex(tokens.ScriptWord) && state.typeOf(index) === string)
    return state.take(index, tokens.NameToken);
  const isWord = cursor.imageAt(index) === "script" && cursor.isWord(index + 1) && state.separated;
  return isWord ? state.take(index, tokens.ScriptWord) : -1;
}

function separatorAt(state: MarkState, header: Keyword, index: number) {
  if (state.separated || state.typeOf(index) !== name) return undefined;
  const word = state.cursor.imageAt(index);
  switch (header.shape) {
    case "rule":
      return ruleSeparator(state, header, index);
    case "resource":
      return word === "from" && !state.afterKeyword ? tokens.FromKeyword : undefined;
    case "scenario":
      return word === "of" && (state.previousType === string || state.cursor.isWord(index + 1))
        ? tokens.OfKeyword
        : undefined;
    case "extern":
      return word === "node" && state.afterKeyword ? tokens.NodeKeyword : undefined;
    default:
      return undefined;
  }
}

function ruleSeparator(state: MarkState, header: Keyword, index: number) {
  const { cursor } = state;
  const type = header.text === "require" ? tokens.BeforeKeyword : tokens.AfterKeyword;
  const text = keywordText(type);
  if (cursor.imageAt(index) !== text) return undefined;
  // `require A.before before B`: an outcome may be called like the word that follows it.
  const next = cursor.imageAt(index + 1);
  if (state.previousType === dot && next === text) return undefined;
  return !state.afterKeyword || (cursor.isWord(index + 1) && next !== text) ? type : undefined;
}

/** Blocks whose statements are properties, nodes and edges. */
export function holdsMembers(block: BlockKind): boolean {
  return block === "file" || block === "journey" || block === "page" || block === "node" || block === "properties";
}
