import type { TokenType } from "chevrotain";
import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { emptyRange, type Range } from "../../text/range.js";
import { describeToken } from "../describe-token.js";
import type { BlockKind, Keyword } from "../keywords.js";
import type { Problems } from "../problems.js";
import { TokenCursor } from "../token-cursor.js";
import { TokenVector, typeIndex } from "../token-vector.js";
import { LBrace } from "../tokens.js";
import { typeNumbers } from "./type-numbers.js";

const { lBrace, lBracket, rBrace, rBracket } = typeNumbers;

/** As far as a mark looks ahead, in tokens: each word of a long line may make it look again. */
export const farthestToken = 200;

/** What the marking pass knows while it walks over the tokens of one text. */
export class MarkState {
  readonly tokens: TokenVector;
  readonly cursor: TokenCursor;
  readonly problems: Problems;
  readonly output: TokenVector;
  /** The brackets that are open, innermost last. */
  readonly blocks: BlockKind[] = [];
  block: BlockKind = "file";
  /** Set from a keyword to its `{` or the end of its line. */
  header: Keyword | undefined;
  /** Whether `before`, `after`, `from` or `of` of the header has come. */
  separated = false;
  /** Whether the scenario that is being read runs a script alone. */
  testsScript = false;
  /** The arrow of the edge that is being read: what stands before it are outcomes. */
  edgeEnd = -1;
  /** A word before which an arrow must be put in. */
  arrowBefore = -1;
  /** A word that stands for the arrow: `DONE goto Next`. */
  arrowWord = -1;
  /** A colon that stands for the arrow: `a, b: Next`. */
  arrowColon = -1;
  /** Where an object ends that has no braces of its own; -1 outside of such. */
  objectEnd = -1;
  /** Tokens that are reported with others, and mean nothing. */
  readonly leftOut = new Set<number>();
  /** Up to here no arrow follows; remembered so that no stretch is searched twice. */
  noArrowUntil = -1;
  /** The same for the `{` that ends a header. */
  noHeaderUntil = -1;

  constructor(tokens: TokenVector, allTokens: TokenVector, problems: Problems) {
    this.tokens = tokens;
    this.cursor = new TokenCursor(tokens, allTokens);
    this.output = new TokenVector(tokens.text);
    this.problems = problems;
  }

  /** The type of a token, whatever line it stands on. */
  typeOf(index: number): number {
    return this.tokens.typeAt(index);
  }

  /** The first token of the next line. */
  nextLine(index: number): number {
    let next = index + 1;
    while (next < this.tokens.length && !this.cursor.isFirst(next)) next++;
    return next;
  }

  /** The bracket that closes the one at `open`; -1 where none does. */
  closeOf(open: number): number {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at++) {
      const type = this.tokens.typeAt(at);
      if (type === lBrace || type === lBracket) depth++;
      else if ((type === rBrace || type === rBracket) && --depth === 0) return at;
    }
    return -1;
  }

  rangeOf(index: number): Range {
    return { start: this.tokens.startAt(index), end: this.tokens.endAt(index) };
  }

  /** The type of the last token that went into the output; -1 at the beginning. */
  get previousType(): number {
    return this.output.typeAt(this.output.length - 1);
  }

  /** Puts a token into the output, as another type if one is given. Answers the index of the next one. */
  take(index: number, type?: TokenType): number {
    this.output.copy(this.tokens, index, type === undefined ? this.tokens.typeAt(index) : typeIndex(type));
    return index + 1;
  }

  /** Puts in what the author left out. */
  insert(type: TokenType, index: number): void {
    const offset = this.output.length === 0 ? this.tokens.startAt(index) : this.#outputEnd;
    this.output.push(typeIndex(type), offset, offset);
  }

  /** Begins a declaration whose keyword, if the author wrote one, is in the output already. */
  begin(keyword: Keyword): void {
    this.header = keyword;
    this.separated = false;
    if (keyword.shape === "scenario") this.testsScript = false;
  }

  /** Whether the last token is the header's keyword itself, so that a name must follow. */
  get afterKeyword(): boolean {
    return this.header !== undefined && this.previousType === typeIndex(this.header.type);
  }

  /** Begins an object without braces that ends before the token at `end`. */
  openObject(index: number, end: number): void {
    this.header = undefined;
    this.insert(LBrace, index);
    this.blocks.push("object");
    this.block = "object";
    this.objectEnd = end;
  }

  expected(what: string, index: number): void {
    const { tokens } = this;
    const { start, end } = index < tokens.length ? this.rangeOf(index) : emptyRange;
    this.problems.report("syntax-error", start, end, { expected: what, found: describeToken(tokens.tokenAt(index)) });
  }

  /** Reports what is missing after the last token, and offers to write it. */
  missing(what: string, index: number, text?: string): void {
    const offset = this.output.length === 0 ? 0 : this.#outputEnd;
    const found = describeToken(this.tokens.tokenAt(index));
    const range = { start: offset, end: offset };
    const fixes = text === undefined ? [] : [{ title: `Write \`${text.trim()}\``, edits: [{ range, text }] }];
    const help = text === undefined ? {} : { help: `Write \`${text.trim()}\` here.` };
    this.problems.report("syntax-error", offset, offset, { expected: what, found }, { ...help, fixes });
  }

  /** Reports what is written `right` here, from one token up to another; `edit` where the text around it changes, too. */
  foreign(from: number, to: number, right: string, edit?: TextEdit): void {
    const range = { start: this.tokens.startAt(from), end: this.tokens.endAt(to) };
    const found = this.tokens.text.slice(range.start, range.end);
    const fixes = [{ title: `Write ${right}`, edits: [edit ?? { range, text: right }] }];
    this.problems.report("foreign-spelling", range.start, range.end, { found, right }, { fixes });
  }

  /** The same of a mark that stands right behind the token before it. */
  foreignMark(index: number, right: string): void {
    const range = { start: this.tokens.endAt(index - 1), end: this.tokens.endAt(index) };
    this.foreign(index, index, right, { range, text: right });
  }

  /** Reports what does not belong here, and offers to change the text between two offsets. */
  superfluous(index: number, what: string, help: string, edit: TextEdit): void {
    const { start, end } = this.rangeOf(index);
    const found = describeToken(this.tokens.tokenAt(index));
    const fixes = [{ title: edit.text === "" ? "Remove it" : "Write it so", edits: [edit] }];
    this.problems.report("syntax-error", start, end, { expected: what, found }, { help, fixes });
  }

  /** The white space before the line of a token. */
  indentAt(index: number): string {
    const near = this.tokens.text.slice(Math.max(0, this.tokens.startAt(index) - 1000), this.tokens.startAt(index));
    return /\n([ \t]*)[^\n]*$/.exec(near)?.[1] ?? "";
  }

  /** Puts a token of another type in the place of the tokens between two indexes. */
  replace(type: TokenType, from: number, to: number): void {
    this.output.push(typeIndex(type), this.tokens.startAt(from), this.tokens.endAt(to));
  }

  get #outputEnd(): number {
    return this.output.endAt(this.output.length - 1);
  }
}
