import type { IToken, TokenType } from "chevrotain";
import type { Problems } from "./problems.js";
import { endOf, findFirstOnLine, indentationOf, typeIndex, virtualToken } from "./token-vector.js";
import { Colon, Comma, Equals, LBrace, LBracket, RBrace, RBracket } from "./tokens.js";

const lBrace = typeIndex(LBrace);
const lBracket = typeIndex(LBracket);
const rBrace = typeIndex(RBrace);
const rBracket = typeIndex(RBracket);

/**
 * Makes every bracket of a token vector have its partner. Brackets that balance stay as they are, however they are
 * indented; where they do not, the indentation decides which one is missing or too many.
 */
export function balanceBrackets(text: string, tokens: readonly IToken[], problems: Problems): readonly IToken[] {
  return isBalanced(tokens) ? tokens : new BracketRepair(text, tokens, problems).run();
}

function isBalanced(tokens: readonly IToken[]): boolean {
  const open: number[] = [];
  for (const token of tokens) {
    const type = token.tokenTypeIdx;
    if (type === lBrace) open.push(rBrace);
    else if (type === lBracket) open.push(rBracket);
    else if ((type === rBrace || type === rBracket) && open.pop() !== type) return false;
  }
  return open.length === 0;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

interface OpenBracket {
  /** The type that closes it. */
  readonly closer: TokenType;
  /** Indentation of the line it stands in. */
  readonly indent: number;
  readonly line: number;
  /** Where it stands in the output. */
  readonly index: number;
}

class BracketRepair {
  readonly #tokens: readonly IToken[];
  readonly #problems: Problems;
  readonly #lines: readonly Line[];
  /** For each line the next one that is not indented deeper; `lines.length` for none. */
  readonly #nextOuter: readonly number[];
  /** False in a file that does not indent what stands in brackets. */
  readonly #indented: boolean;
  readonly #output: IToken[] = [];
  readonly #open: OpenBracket[] = [];
  #line = 0;
  /** The last closing bracket of the line. */
  #lastCloser = -1;

  constructor(text: string, tokens: readonly IToken[], problems: Problems) {
    this.#tokens = tokens;
    this.#problems = problems;
    this.#lines = findLines(text, tokens);
    this.#nextOuter = findNextOuter(this.#lines);
    this.#indented = isIndented(tokens, this.#lines);
  }

  run(): readonly IToken[] {
    for (let number = 0; number < this.#lines.length; number++) {
      const line = this.#lines[number] as Line;
      this.#line = number;
      this.#lastCloser = line.end - 1;
      while (this.#lastCloser >= line.start && !isCloser(this.#tokens[this.#lastCloser] as IToken)) this.#lastCloser--;
      const begun = this.#indented ? this.#beginLine(line, number) : 0;
      for (let index = line.start + begun; index < line.end; index++) this.#take(index, line, number);
      if (this.#indented) this.#openMissing(line, number);
    }
    while (this.#open.length > 0) this.#closeMissing();
    return this.#output;
  }

  /** Closes what the line's indentation ends; answers how many of its tokens are dealt with. */
  #beginLine(line: Line, number: number): number {
    const first = this.#tokens[line.start] as IToken;
    if (isCloser(first)) {
      this.#closeAtIndent(first, line.indent);
      return 1;
    }
    const previous = this.#lines[number - 1];
    if (
      isOpener(first) &&
      this.#top?.indent === line.indent &&
      previous !== undefined &&
      previous.indent > line.indent
    ) {
      this.#substitute(first, this.#top);
      return 1;
    }
    while (this.#top !== undefined && this.#top.indent >= line.indent) this.#closeMissing(first);
    return 0;
  }

  /** A closing bracket that is first on its line belongs to a line with the same indentation. */
  #closeAtIndent(token: IToken, indent: number): void {
    while (this.#top !== undefined && this.#top.indent > indent) this.#closeMissing();
    const top = this.#top;
    if (top === undefined || top.indent < indent) {
      this.#drop(token);
      return;
    }
    const below = this.#open.at(-2);
    if (top.closer !== token.tokenType && below?.indent === indent && below.closer === token.tokenType) {
      this.#closeMissing();
    }
    if (this.#top?.closer === token.tokenType) this.#close(token);
    else this.#substitute(token, top);
  }

  #take(index: number, line: Line, number: number): void {
    const token = this.#tokens[index] as IToken;
    if (isOpener(token)) {
      if (this.#isStray(index, line)) this.#drop(token);
      else this.#push(token, line.indent, number);
    } else if (isCloser(token)) {
      this.#closeWithin(token, number);
    } else {
      this.#output.push(token);
    }
  }

  /** `{ {`, and a bracket in a header: `page [ "Title" {`. */
  #isStray(index: number, line: Line): boolean {
    const token = this.#tokens[index] as IToken;
    const previous = this.#output.at(-1);
    if (token.tokenTypeIdx === lBrace && previous?.tokenTypeIdx === lBrace) return true;
    if (index === line.end - 1 || (previous !== undefined && wantsValue(previous))) return false;
    const last = this.#tokens[line.end - 1] as IToken;
    const beforeLast = this.#tokens[line.end - 2] as IToken;
    if (last.tokenTypeIdx !== lBrace || (index !== line.end - 2 && wantsValue(beforeLast))) return false;
    return this.#lastCloser < index;
  }

  /** A closing bracket after other tokens of its line. */
  #closeWithin(token: IToken, number: number): void {
    const top = this.#top;
    if (top === undefined) {
      this.#drop(token);
    } else if (top.line === number) {
      const below = this.#open.at(-2);
      if (top.closer === token.tokenType) {
        this.#close(token);
      } else if (below?.line === number && below.closer === token.tokenType) {
        this.#closeMissing();
        this.#close(token);
      } else {
        this.#substitute(token, top);
      }
    } else if (top.closer === token.tokenType && !this.#goesOn(top, number)) {
      this.#close(token);
    } else {
      this.#drop(token);
    }
  }

  /** Whether the lines after this one still stand in, or end, what `open` opened. */
  #goesOn(open: OpenBracket, number: number): boolean {
    const next = this.#lines[number + 1];
    if (!this.#indented || next === undefined) return false;
    return next.indent > open.indent || (next.indent === open.indent && isCloser(this.#tokens[next.start] as IToken));
  }

  /** Opens a bracket at the end of a line whose following lines are indented and closed as if there were one. */
  #openMissing(line: Line, number: number): void {
    const next = this.#lines[number + 1];
    if (this.#top?.line === number || next === undefined || next.indent <= line.indent) return;
    const outer = this.#lines[this.#nextOuter[number] ?? -1];
    if (outer === undefined || outer.indent !== line.indent) return;
    const closer = this.#tokens[outer.start] as IToken;
    if (!isCloser(closer)) return;
    const offset = endOf(this.#output.at(-1) ?? (this.#tokens[line.start] as IToken));
    const opener = closer.tokenTypeIdx === rBrace ? LBrace : LBracket;
    this.#report(offset, offset, opener, "missing");
    this.#push(virtualToken(opener, offset), line.indent, number);
  }

  get #top(): OpenBracket | undefined {
    return this.#open[this.#open.length - 1];
  }

  #push(token: IToken, indent: number, line: number): void {
    const index = this.#output.push(token) - 1;
    this.#open.push({ closer: token.tokenTypeIdx === lBrace ? RBrace : RBracket, indent, line, index });
  }

  #close(token: IToken): void {
    this.#output.push(token);
    this.#open.pop();
  }

  /** Reported where a one-line bracket breaks off, but for a block at `next`, the first token that is not in it. */
  #closeMissing(next?: IToken): void {
    const open = this.#open.pop();
    const last = this.#output.at(-1);
    if (open === undefined || last === undefined) return;
    const offset = endOf(last);
    const isBlock = next !== undefined && this.#line > open.line + 1;
    const place = isBlock ? next.startOffset : offset;
    this.#report(place, place, open.closer, "missing");
    this.#output.push(virtualToken(open.closer, offset));
  }

  /** Another bracket stands where `open` must end: one of the two is wrong. A list begins after a mark, never after a name. */
  #substitute(token: IToken, open: OpenBracket): void {
    const opener = this.#output[open.index] as IToken;
    const before = this.#output[open.index - 1];
    if (
      opener.tokenTypeIdx === lBracket &&
      token.tokenTypeIdx === rBrace &&
      before !== undefined &&
      !wantsValue(before)
    ) {
      this.#report(opener.startOffset, endOf(opener), LBrace, "missing");
      this.#output[open.index] = virtualToken(LBrace, opener.startOffset);
      this.#close(token);
    } else {
      this.#report(token.startOffset, endOf(token), open.closer, "missing");
      this.#close(virtualToken(open.closer, token.startOffset));
    }
  }

  #drop(token: IToken): void {
    this.#report(token.startOffset, endOf(token), token.tokenType, "extra");
  }

  #report(start: number, end: number, type: TokenType, problem: "missing" | "extra"): void {
    this.#problems.report("unbalanced-brace", start, end, { mark: bracketText(type), problem });
  }
}

function bracketText(type: TokenType): string {
  switch (type) {
    case LBrace:
      return "{";
    case RBrace:
      return "}";
    case LBracket:
      return "[";
    default:
      return "]";
  }
}

/** Whether a value goes on after this token, so that an opening bracket makes sense. */
function wantsValue(token: IToken): boolean {
  const type = token.tokenType;
  return type === Colon || type === Comma || type === Equals || type === LBracket;
}

function isOpener(token: IToken): boolean {
  return token.tokenTypeIdx === lBrace || token.tokenTypeIdx === lBracket;
}

function isCloser(token: IToken): boolean {
  return token.tokenTypeIdx === rBrace || token.tokenTypeIdx === rBracket;
}

function findLines(text: string, tokens: readonly IToken[]): readonly Line[] {
  const first = findFirstOnLine(text, tokens);
  const lines: Line[] = [];
  let start = 0;
  for (let index = 1; index <= tokens.length; index++) {
    if (first[index] === 0) continue;
    lines.push({ start, end: index, indent: indentationOf(text, tokens[start] as IToken) });
    start = index;
  }
  return lines;
}

function findNextOuter(lines: readonly Line[]): readonly number[] {
  const result = new Array<number>(lines.length).fill(lines.length);
  const waiting: number[] = [];
  for (let number = 0; number < lines.length; number++) {
    const { indent } = lines[number] as Line;
    for (let top = waiting.at(-1); top !== undefined && (lines[top] as Line).indent >= indent; top = waiting.at(-1)) {
      result[top] = number;
      waiting.pop();
    }
    waiting.push(number);
  }
  return result;
}

/** Whether most lines that end with an opening bracket are followed by a line indented deeper. */
function isIndented(tokens: readonly IToken[], lines: readonly Line[]): boolean {
  let opening = 0;
  let deeper = 0;
  for (let number = 0; number + 1 < lines.length; number++) {
    const line = lines[number] as Line;
    if (!isOpener(tokens[line.end - 1] as IToken)) continue;
    opening++;
    if ((lines[number + 1] as Line).indent > line.indent) deeper++;
  }
  return deeper * 2 >= opening;
}
