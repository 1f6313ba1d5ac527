import type { IToken, TokenType } from "chevrotain";
import { describeToken } from "./describe-token.js";
import type { BlockKind, Keyword } from "./keywords.js";
import type { Problems } from "./problems.js";
import { TokenCursor } from "./token-cursor.js";
import { endOf, retype, typeIndex, virtualToken } from "./token-vector.js";

/** What the marking pass knows while it walks over the tokens of one text. */
export class MarkState {
  readonly cursor: TokenCursor;
  readonly problems: Problems;
  readonly output: IToken[] = [];
  /** The brackets that are open, innermost last. */
  readonly blocks: BlockKind[] = [];
  block: BlockKind = "file";
  /** Set from a keyword to its `{` or the end of its line. */
  header: Keyword | undefined;
  /** Whether `before`, `after`, `from` or `of` of the header has come. */
  separated = false;
  /** The arrow of the edge that is being read: what stands before it are outcomes. */
  edgeEnd = -1;
  /** A word before which an arrow must be put in. */
  arrowBefore = -1;
  /** Up to here no arrow follows; remembered so that no stretch is searched twice. */
  noArrowUntil = -1;
  /** The same for the `{` that ends a header. */
  noHeaderUntil = -1;

  constructor(text: string, tokens: readonly IToken[], problems: Problems) {
    this.cursor = new TokenCursor(text, tokens);
    this.problems = problems;
  }

  token(index: number): IToken {
    return this.cursor.tokens[index] as IToken;
  }

  /** The type of the last token that went into the output; -1 at the beginning. */
  get previousType(): number {
    return this.output.length === 0 ? -1 : (this.output[this.output.length - 1] as IToken).tokenTypeIdx;
  }

  /** Puts a token into the output, as another type if one is given. Answers the index of the next one. */
  take(index: number, type?: TokenType): number {
    const token = this.token(index);
    if (type !== undefined) retype(token, type);
    this.output.push(token);
    return index + 1;
  }

  /** Puts in what the author left out. */
  insert(type: TokenType, index: number): void {
    const last = this.output.at(-1);
    this.output.push(virtualToken(type, last === undefined ? this.token(index).startOffset : endOf(last)));
  }

  /** Begins a declaration whose keyword, if the author wrote one, is in the output already. */
  begin(keyword: Keyword): void {
    this.header = keyword;
    this.separated = false;
  }

  /** Whether the last token is the header's keyword itself, so that a name must follow. */
  get afterKeyword(): boolean {
    return this.header !== undefined && this.previousType === typeIndex(this.header.type);
  }

  expected(what: string, index: number): void {
    const token = this.cursor.tokens[index];
    const start = token?.startOffset ?? 0;
    const end = token === undefined ? start : endOf(token);
    this.problems.report("syntax-error", start, end, { expected: what, found: describeToken(token) });
  }

  /** Reports what is missing after the last token. */
  missing(what: string, index: number): void {
    const last = this.output.at(-1);
    const offset = last === undefined ? 0 : endOf(last);
    const found = describeToken(this.cursor.tokens[index]);
    this.problems.report("syntax-error", offset, offset, { expected: what, found });
  }
}
