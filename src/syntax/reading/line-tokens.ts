import { stepKeywords } from "../keywords.js";
import type { TokenCursor } from "../token-cursor.js";
import { type TokenVector, typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";

const lBrace = typeIndex(t.LBrace);
const lBracket = typeIndex(t.LBracket);
const rBrace = typeIndex(t.RBrace);
const rBracket = typeIndex(t.RBracket);
const name = typeIndex(t.NameToken);
const string = typeIndex(t.StringLiteral);
const number = typeIndex(t.NumberLiteral);
const colon = typeIndex(t.Colon);
const comma = typeIndex(t.Comma);
const arrow = typeIndex(t.Arrow);
const dot = typeIndex(t.Dot);
const equals = typeIndex(t.Equals);
const bad = typeIndex(t.BadCharacters);
const foreignArrow = typeIndex(t.ForeignArrow);

/** Lines of more tokens are read word by word: each of their tokens would cost as much as the line. */
export const longestLine = 80;
/** As far as a block is looked into. */
const longestBlock = 400;

/** The tokens of one statement that is read as a whole. */
export class LineTokens {
  readonly cursor: TokenCursor;
  readonly tokens: TokenVector;
  readonly start: number;
  readonly end: number;
  /** For each token from `start` on, what follows the bracket that it opens; -1 where it opens none. */
  readonly #behind: readonly number[];
  #namesPage: boolean | undefined;

  constructor(cursor: TokenCursor, start: number) {
    this.cursor = cursor;
    this.tokens = cursor.tokens;
    this.start = start;
    const behind: number[] = [];
    let end = start;
    while (end < this.tokens.length && end - start <= longestLine && !this.#endsAt(end)) {
      const type = this.tokens.typeAt(end);
      if (type === rBrace || type === rBracket) break;
      const close = type === lBrace || type === lBracket ? this.#closeOnLine(end) : -1;
      behind[end - start] = close === -1 ? -1 : close + 1;
      const opensBlock = (type === lBrace || type === lBracket) && close === -1;
      end = close === -1 ? end + 1 : close + 1;
      if (opensBlock) break;
    }
    this.end = end;
    this.#behind = behind;
  }

  /** Whether the statement ends before a token: with its line, unless a mark wants more. */
  #endsAt(index: number): boolean {
    const { cursor, tokens, start } = this;
    if (index === start || !cursor.isFirst(index)) return false;
    const previous = tokens.typeAt(index - 1);
    const type = tokens.typeAt(index);
    if (type === lBrace && cursor.isFirst(index + 1)) {
      const hasNoBody = /^(?:require|forbid|resource|param|given|stub|submit|expect)$/.test(tokens.imageAt(start));
      return hasNoBody || previous === lBrace || previous === rBrace;
    }
    const next = cursor.typeAt(index + 1);
    const isMarked = this.has(arrow, start, index) || this.has(colon, start, index) || this.has(equals, start, index);
    if (previous === comma) {
      const goesOn = next === arrow || next === comma || next === dot;
      return isMarked || !(goesOn || (next === -1 && tokens.typeAt(index + 1) === arrow));
    }
    if (type === arrow && !isMarked && this.has(comma, start, index)) return false;
    if (previous !== colon && previous !== arrow && previous !== equals) return true;
    return type !== lBrace && type !== lBracket && (type === arrow || !cursor.isFirst(index + 1));
  }

  #closeOnLine(open: number): number {
    let depth = 0;
    for (let at = open; at < this.tokens.length && (at === open || !this.cursor.isFirst(at)); at++) {
      const type = this.tokens.typeAt(at);
      if (type === lBrace || type === lBracket) depth++;
      else if ((type === rBrace || type === rBracket) && --depth === 0) return at;
    }
    return -1;
  }

  /** What follows the group that a bracket opens: the end of the line where it is closed below; -1 for no bracket. */
  behindGroup(index: number): number {
    const type = this.tokens.typeAt(index);
    if (type !== lBrace && type !== lBracket) return -1;
    const behind = this.#behind[index - this.start] ?? -1;
    return behind === -1 ? (index === this.end - 1 ? this.end : -1) : behind;
  }

  /** Whether characters that begin no token stand between two indexes. */
  hasForeign(from: number, to: number): boolean {
    for (let index = from; index < to; index++) {
      const type = this.tokens.typeAt(index);
      if (type === bad || type === foreignArrow) return true;
    }
    return false;
  }

  /** Whether a token of a type stands between two indexes. */
  has(type: number, from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (this.tokens.typeAt(index) === type) return true;
    return false;
  }

  /** Whether a block has arrows of its own, as nodes and pages have. */
  holdsArrow(open: number): boolean {
    let depth = 0;
    for (let index = open; index < this.tokens.length && index < open + longestBlock; index++) {
      const type = this.tokens.typeAt(index);
      if (type === lBrace || type === lBracket) depth++;
      else if (type === rBrace || type === rBracket) depth--;
      else if (type === arrow && depth === 1) return true;
      if (depth === 0) return false;
    }
    return false;
  }

  /** Whether a block declares nodes, as pages do. */
  holdsNode(open: number): boolean {
    let depth = 0;
    for (let index = open; index < this.tokens.length && index < open + longestBlock; index++) {
      const type = this.tokens.typeAt(index);
      if (type === lBrace || type === lBracket) depth++;
      else if (type === rBrace || type === rBracket) depth--;
      else if (depth === 1 && this.cursor.isFirst(index) && this.tokens.imageAt(index) === "node") return true;
      if (depth === 0) return false;
    }
    return false;
  }

  /** Whether a block begins with a step of a scenario. */
  holdsSteps(open: number): boolean {
    return stepKeywords.has(this.tokens.imageAt(open + 1));
  }

  /** Whether a block holds positions, as layouts do: a name and a number or an id. */
  holdsPositions(open: number): boolean {
    const { tokens, cursor } = this;
    const second = tokens.typeAt(open + 2) === dot ? open + 4 : open + 2;
    const type = cursor.typeAt(second);
    return (type === number || type === string) && tokens.typeAt(open + 1) === name && cursor.isFirst(open + 1);
  }

  /** Whether a bracket is closed on a line below: it must stay. */
  opensBlock(index: number): boolean {
    const type = this.tokens.typeAt(index);
    return (type === lBrace || type === lBracket) && this.#behind[index - this.start] === -1;
  }

  /** Whether a word is that of pages in exports: `PageNode`. */
  isPageType(index: number): boolean {
    return /^page(?:node)?$/i.test(this.imageAt(index));
  }

  /** Whether the line declares a node as one of the type of pages, with nodes in it. */
  get namesPage(): boolean {
    this.#namesPage ??= this.opensBlock(this.end - 1) && this.holdsNode(this.end - 1) && this.#hasPageType();
    return this.#namesPage;
  }

  #hasPageType(): boolean {
    for (let index = this.start + 1; index < this.end; index++)
      if (this.tokens.typeAt(index - 1) === colon && this.isPageType(index)) return true;
    return false;
  }

  /** Whether the first word means nothing by itself: `let tries = 3`. */
  get startsWithFiller(): boolean {
    return /^(?:let|const|var|val|\[)$/.test(this.imageAt(this.start));
  }

  /** Whether a token is the same as the one before it. */
  isDoubled(index: number): boolean {
    return index > this.start && this.imageAt(index) === this.imageAt(index - 1);
  }

  typeAt(index: number): number {
    return index < this.end ? this.tokens.typeAt(index) : -1;
  }

  imageAt(index: number): string {
    return index < this.end ? this.tokens.imageAt(index) : "";
  }

  isName(index: number): boolean {
    return this.typeAt(index) === name;
  }

  isString(index: number): boolean {
    return this.typeAt(index) === string;
  }
}
