import { declarationKeywords } from "../keywords.js";
import type { Problems } from "../problems.js";
import { TokenCursor } from "../token-cursor.js";
import { indentationOf, TokenVector } from "../token-vector.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, equals, lBrace, lBracket, rBrace, rBracket } = typeNumbers;

/** The help begins so where the line that declares something is missing. */
export const lostHeader = "The first line of";

/**
 * Makes every bracket of a token vector have its partner. Brackets that balance stay as they are, however they are
 * indented; where they do not, the indentation decides which one is missing or too many.
 */
export function balanceBrackets(tokens: TokenVector, problems: Problems): TokenVector {
  return isBalanced(tokens) ? tokens : new BracketRepair(tokens, problems).run();
}

/** Whether every bracket has its partner. */
export function isBalanced(tokens: TokenVector): boolean {
  const open: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const type = tokens.typeAt(index);
    if (type === lBrace) open.push(rBrace);
    else if (type === lBracket) open.push(rBracket);
    else if ((type === rBrace || type === rBracket) && open.pop() !== type) return false;
  }
  return open.length === 0;
}

/** In tokens: a longer list is not looked at. */
const mostInList = 100;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

interface OpenBracket {
  /** The type that closes it. */
  readonly closer: number;
  /** Indentation of the line it stands in. */
  readonly indent: number;
  readonly line: number;
  /** Where it stands in the output. */
  readonly index: number;
}

/** Tokens are indexes into the input, types those of the tokens' types. */
class BracketRepair {
  readonly #tokens: TokenVector;
  readonly #problems: Problems;
  readonly #lines: readonly Line[];
  /** For each line the next one that is not indented deeper; `lines.length` for none. */
  readonly #nextOuter: readonly number[];
  /** False in a file that does not indent what stands in brackets. */
  readonly #indented: boolean;
  readonly #output: TokenVector;
  readonly #open: OpenBracket[] = [];
  #line = 0;
  /** The last closing bracket of the line. */
  #lastCloser = -1;

  constructor(tokens: TokenVector, problems: Problems) {
    this.#tokens = tokens;
    this.#output = new TokenVector(tokens.text);
    this.#problems = problems;
    this.#lines = findLines(tokens);
    this.#nextOuter = findNextOuter(this.#lines);
    this.#indented = isIndented(tokens, this.#lines);
  }

  run(): TokenVector {
    for (let number = 0; number < this.#lines.length; number++) {
      const line = this.#lines[number] as Line;
      this.#line = number;
      this.#lastCloser = line.end - 1;
      while (this.#lastCloser >= line.start && !this.#isCloser(this.#lastCloser)) this.#lastCloser--;
      const begun = this.#indented ? this.#beginLine(line, number) : 0;
      for (let index = line.start + begun; index < line.end; index++) this.#take(index, line, number);
      if (this.#indented) number = this.#openMissing(line, number);
    }
    while (this.#open.length > 0) this.#closeMissing();
    return this.#output;
  }

  /** Closes what the line's indentation ends; answers how many of its tokens are dealt with. */
  #beginLine(line: Line, number: number): number {
    const first = line.start;
    if (this.#isCloser(first)) {
      this.#closeAtIndent(first, line.indent);
      return 1;
    }
    const previous = this.#lines[number - 1];
    if (
      isOpener(this.#tokens.typeAt(first)) &&
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
  #closeAtIndent(token: number, indent: number): void {
    const type = this.#tokens.typeAt(token);
    while (this.#top !== undefined && this.#top.indent > indent) this.#closeMissing();
    const top = this.#top;
    if (top === undefined || top.indent < indent) {
      this.#drop(token);
      return;
    }
    const below = this.#open.at(-2);
    if (top.closer !== type && below?.indent === indent && below.closer === type) this.#closeMissing();
    if (this.#top?.closer === type) this.#close(token);
    else this.#substitute(token, top);
  }

  #take(index: number, line: Line, number: number): void {
    const type = this.#tokens.typeAt(index);
    if (isOpener(type)) {
      if (this.#isStray(index, line) || this.#isBehindEdge(index, line, number)) {
        this.#drop(index);
      } else {
        this.#remember(type, line.indent, number);
        this.#copy(index);
      }
    } else if (isCloser(type)) {
      this.#closeWithin(index, number);
    } else {
      this.#copy(index);
    }
  }

  /** `{ {`, and a bracket in a header: `page [ "Title" {`. */
  #isStray(index: number, line: Line): boolean {
    const previous = this.#output.typeAt(this.#output.length - 1);
    if (this.#tokens.typeAt(index) === lBrace && previous === lBrace) return true;
    if (index === line.end - 1 || wantsValue(previous)) return false;
    const last = this.#tokens.typeAt(line.end - 1);
    const beforeLast = this.#tokens.typeAt(line.end - 2);
    if (last !== lBrace || (index !== line.end - 2 && wantsValue(beforeLast))) return false;
    return this.#lastCloser < index;
  }

  /** `low -> Next {` with nothing inside: only a step of a scenario, `stub`, has both. */
  #isBehindEdge(index: number, line: Line, number: number): boolean {
    const next = this.#lines[number + 1];
    const isLast = index === line.end - 1 && this.#tokens.typeAt(index) === lBrace;
    if (!isLast || this.#tokens.typeAt(index - 2) !== arrow || this.#tokens.imageAt(line.start) === "stub")
      return false;
    return next === undefined || next.indent <= line.indent;
  }

  /** A closing bracket after other tokens of its line. */
  #closeWithin(token: number, number: number): void {
    const type = this.#tokens.typeAt(token);
    const top = this.#top;
    if (top === undefined) {
      this.#drop(token);
    } else if (top.line === number) {
      const below = this.#open.at(-2);
      if (top.closer === type) {
        this.#close(token);
      } else if (below?.line === number && below.closer === type) {
        this.#closeMissing();
        this.#close(token);
      } else {
        this.#substitute(token, top);
      }
    } else if (top.closer === type && !this.#goesOn(top, number)) {
      this.#close(token);
    } else {
      this.#drop(token);
    }
  }

  /** Whether the lines after this one still stand in, or end, what `open` opened. */
  #goesOn(open: OpenBracket, number: number): boolean {
    const next = this.#lines[number + 1];
    if (!this.#indented || next === undefined) return false;
    return next.indent > open.indent || (next.indent === open.indent && this.#isCloser(next.start));
  }

  /**
   * Opens a bracket at the end of a line whose following lines are indented and closed as if there were one. Where their header is
   * lost, they are passed over. Answers the number of the last line that is dealt with.
   */
  #openMissing(line: Line, number: number): number {
    const next = this.#lines[number + 1];
    if (this.#top?.line === number || next === undefined || next.indent <= line.indent) return number;
    const outerNumber = this.#nextOuter[number] ?? -1;
    const outer = this.#lines[outerNumber];
    if (outer === undefined || outer.indent !== line.indent) return number;
    const closer = this.#tokens.typeAt(outer.start);
    if (!isCloser(closer)) return number;
    const last = this.#output.length - 1;
    const offset = last === -1 ? this.#tokens.endAt(line.start) : this.#output.endAt(last);
    const opener = closer === rBrace ? lBrace : lBracket;
    if (opener === lBrace && outer.end === outer.start + 1 && this.#isWhole(line)) {
      this.#reportLostHeader(number + 1, outerNumber);
      return outerNumber;
    }
    this.#report(offset, offset, opener, "missing");
    this.#remember(opener, line.indent, number);
    this.#output.push(opener, offset, offset);
    return number;
  }

  /** Whether a line can have no block behind it: what is missing is a line of its own. */
  #isWhole({ start, end }: Line): boolean {
    if (this.#isCloser(start)) return end === start + 1;
    if (declarationKeywords.has(this.#tokens.imageAt(start))) return false;
    for (let index = start; index < end; index++) {
      const type = this.#tokens.typeAt(index);
      if (type === arrow) return this.#tokens.imageAt(start) !== "stub";
      if (type === colon) return index < end - 1;
    }
    return false;
  }

  /** The line that declares a node is lost, mostly in a merge. Arrows to it tell its name. */
  #reportLostHeader(from: number, to: number): void {
    const { start } = this.#lines[from] as Line;
    const isPage = this.#lines.slice(from, to).some((line) => this.#tokens.imageAt(line.start) === "node");
    const [only, second] = this.#missingNodes();
    const isKnown = only !== undefined && second === undefined;
    const what = isKnown ? `\`${only}\`` : "a declaration";
    const name = isKnown ? only : "Name";
    const right = isPage ? `\`page ${name} {\`` : `\`node ${name}: Type {\`, with its type`;
    const help = `${lostHeader} ${what} is missing above this line: write ${right}.`;
    const [first, last] = [this.#tokens.startAt(start), this.#tokens.endAt(start)];
    this.#problems.report("unbalanced-brace", first, last, { mark: "{", problem: "missing" }, { help });
  }

  /** The names that arrows lead to and no node has; two are enough. */
  #missingNodes(): readonly string[] {
    const cursor = new TokenCursor(this.#tokens);
    const found = new Set<string>();
    for (const { start, end } of this.#lines) {
      if (this.#tokens.typeAt(end - 2) !== arrow || this.#tokens.imageAt(start) === "stub") continue;
      const image = this.#tokens.imageAt(end - 1);
      if (!cursor.isDeclared(image)) found.add(image);
      if (found.size > 1) break;
    }
    return [...found];
  }

  get #top(): OpenBracket | undefined {
    return this.#open[this.#open.length - 1];
  }

  #isCloser(token: number): boolean {
    return isCloser(this.#tokens.typeAt(token));
  }

  #copy(token: number): void {
    this.#output.copy(this.#tokens, token, this.#tokens.typeAt(token));
  }

  /** The bracket that goes into the output next opens something. */
  #remember(opener: number, indent: number, line: number): void {
    const closer = opener === lBrace ? rBrace : rBracket;
    this.#open.push({ closer, indent, line, index: this.#output.length });
  }

  #close(token: number): void {
    this.#copy(token);
    this.#open.pop();
  }

  /** Reported where a one-line bracket breaks off, but for a block at `next`, the first token that is not in it. */
  #closeMissing(next?: number): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const offset = this.#output.endAt(this.#output.length - 1);
    const isBlock = next !== undefined && this.#line > open.line + 1;
    const place = isBlock ? this.#tokens.startAt(next) : offset;
    this.#report(place, place, open.closer, "missing");
    this.#output.push(open.closer, offset, offset);
  }

  /** Another bracket stands where `open` must end: one of the two is wrong. A list begins after a mark, never after a name. */
  #substitute(token: number, open: OpenBracket): void {
    const before = this.#output.typeAt(open.index - 1);
    const isBrace = this.#output.typeAt(open.index) === lBracket && this.#tokens.typeAt(token) === rBrace;
    if (isBrace && before !== -1 && !wantsValue(before)) {
      this.#report(this.#output.startAt(open.index), this.#output.endAt(open.index), lBrace, "missing");
      this.#output.makeVirtual(open.index, lBrace);
      this.#close(token);
    } else {
      const start = this.#tokens.startAt(token);
      const end = this.#tokens.endAt(token);
      const text = bracketText(open.closer);
      const help = `Write \`${text}\` for \`${bracketText(this.#tokens.typeAt(token))}\`.`;
      const fixes = [{ title: `Write ${text}`, edits: [{ range: { start, end }, text }] }];
      this.#problems.report("unbalanced-brace", start, end, { mark: text, problem: "missing" }, { help, fixes });
      this.#output.push(open.closer, start, start);
      this.#open.pop();
    }
  }

  /** In `choices: "a", "b"]` it is the first bracket that is missing, where the line has none. */
  #lacksOpener(token: number): boolean {
    const line = this.#lines[this.#line];
    if (line === undefined || this.#tokens.typeAt(token) !== rBracket) return false;
    const first = line.start + 2;
    if (this.#tokens.typeAt(first - 1) !== colon || first >= token) return false;
    const types = Array.from({ length: Math.min(token - first, mostInList) }, (_, at) =>
      this.#tokens.typeAt(first + at),
    );
    if (types.some(isOpener) || !types.includes(comma)) return false;
    const offset = this.#tokens.startAt(first);
    this.#report(offset, offset, lBracket, "missing");
    return true;
  }

  #drop(token: number): void {
    if (this.#lacksOpener(token)) return;
    this.#report(this.#tokens.startAt(token), this.#tokens.endAt(token), this.#tokens.typeAt(token), "extra");
  }

  #report(start: number, end: number, type: number, problem: "missing" | "extra"): void {
    this.#problems.report("unbalanced-brace", start, end, { mark: bracketText(type), problem });
  }
}

function bracketText(type: number): string {
  switch (type) {
    case lBrace:
      return "{";
    case rBrace:
      return "}";
    case lBracket:
      return "[";
    default:
      return "]";
  }
}

/** Whether a value goes on after this token, so that an opening bracket makes sense. */
function wantsValue(type: number): boolean {
  return type === colon || type === comma || type === equals || type === lBracket;
}

function isOpener(type: number): boolean {
  return type === lBrace || type === lBracket;
}

function isCloser(type: number): boolean {
  return type === rBrace || type === rBracket;
}

function findLines(tokens: TokenVector): readonly Line[] {
  const first = tokens.findFirstOnLine();
  const lines: Line[] = [];
  let start = 0;
  for (let index = 1; index <= tokens.length; index++) {
    if (first[index] === 0) continue;
    lines.push({ start, end: index, indent: indentationOf(tokens.text, tokens.startAt(start)) });
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
function isIndented(tokens: TokenVector, lines: readonly Line[]): boolean {
  let opening = 0;
  let deeper = 0;
  for (let number = 0; number + 1 < lines.length; number++) {
    const line = lines[number] as Line;
    if (!isOpener(tokens.typeAt(line.end - 1))) continue;
    opening++;
    if ((lines[number + 1] as Line).indent > line.indent) deeper++;
  }
  return deeper * 2 >= opening;
}
