import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { groupedNumberAt } from "../../text/grouped-number.js";
import { inDoubleQuotes } from "../decode-string.js";
import { isName } from "../match-word.js";
import type { Problems } from "../problems.js";
import { realmParameter } from "../reserved-names.js";
import { TokenCursor } from "../token-cursor.js";
import { TokenVector, typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import { computedText } from "./computed-text.js";
import { foreignStepAt } from "./foreign-steps.js";
import { importedFile } from "./import-line.js";
import { mendOwnEdge } from "./mend-own-edge.js";
import { halfQuotedIn, longestLine } from "./missing-quote.js";
import { adviseOnNumber, digitsForLetters } from "./number-advice.js";
import { quotesInsideAround, reportQuotesInside } from "./quotes-inside.js";
import { markTypes, typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, equals, lBrace, lBracket, name, string } = typeNumbers;

/** Behind these, a text is a value; at another place it is a comment. */
const opensValue: ReadonlySet<number> = new Set([colon, comma, equals, lBracket]);

/** The label of an arrow of Mermaid, in characters. */
const longestLabel = 200;
/** The digits before a comma with the comma, and what stands before them. */
const longestGroup = 5;
/** A text over several lines, in characters. */
const longestText = 20_000;

/** Mends the characters at an index, which begin no token. */
type MendCharacters = (mender: TokenMender, index: number) => void;

/** Ids, telephone numbers, dates and addresses of networks begin like numbers, and filters of LDAP like lists. */
const bareTexts = new RegExp(
  [
    "^[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}(?![\\w-])",
    "^(?:\\+|00?)\\d[\\d()/-]*(?: [\\d()/-]+)+(?=[ \\t]*(?:[,\\]}\\r\\n]|$))",
    "^\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z?)?(?![\\w-])",
    "^\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d+)?(?![\\w.])",
    '^\\((?:[&|!] ?\\(|[\\w.;-]+[~<>]?=)[^"\\r\\n]*\\)(?=[ \\t]*(?:\\r?\\n|$))',
  ].join("|"),
  "i",
);

/** Walks over tokens of which some are broken. */
export class TokenMender {
  readonly tokens: TokenVector;
  readonly text: string;
  readonly output: TokenVector;
  readonly problems: Problems;
  readonly #isBroken: readonly boolean[];
  readonly #mendCharacters: MendCharacters;
  /** Whether a token is the first on its line. */
  readonly #first: Uint8Array;
  /** Tokens that are reported with others, and mean nothing. */
  readonly #leftOut = new Set<number>();
  #index = 0;
  #cursor: TokenCursor | undefined;
  #parameters: ReadonlySet<string> | undefined;
  #lineStart = 0;
  #lineEnd = 0;
  #stepLine = { start: -1, isForeign: false };

  constructor(tokens: TokenVector, isBroken: readonly boolean[], problems: Problems, mendCharacters: MendCharacters) {
    this.#mendCharacters = mendCharacters;
    this.tokens = tokens;
    this.text = tokens.text;
    this.output = new TokenVector(tokens.text);
    this.problems = problems;
    this.#isBroken = isBroken;
    this.#first = tokens.findFirstOnLine();
  }

  run(): TokenVector {
    while (this.#index < this.tokens.length) {
      const index = this.#index++;
      if (this.#leftOut.has(index)) continue;
      const type = this.tokens.typeAt(index);
      if (this.#isNumber(type) && this.#groupedNumber(index)) continue;
      if (this.#isBroken[type] === true) this.#mend(index, type);
      else this.output.copy(this.tokens, index, type);
    }
    return this.output;
  }

  #isNumber(type: number): boolean {
    return type === typeNumbers.number || type === typeIndex(t.BadNumber);
  }

  /** `60,000` behind a mark: one number. */
  #groupedNumber(index: number): boolean {
    const before = this.output.typeAt(this.output.length - 1);
    if (before !== typeNumbers.colon && before !== typeNumbers.equals) return false;
    const found = groupedNumberAt(this.text, this.tokens.startAt(index));
    if (found === undefined) return this.bareText(index);
    this.foreignText(index, found.end - this.tokens.startAt(index), typeNumbers.number, found.digits);
    return true;
  }

  /** Tells which nodes the text declares. */
  get cursor(): TokenCursor {
    this.#cursor ??= new TokenCursor(this.tokens);
    return this.#cursor;
  }

  /** The parameters that the text declares. */
  get parameters(): ReadonlySet<string> {
    this.#parameters ??= new Set(
      Array.from(this.text.matchAll(/^[ \t]*param[ \t]+([\w-]+)/gm), ([, name = ""]) => name),
    );
    return this.#parameters;
  }

  isFirst(index: number): boolean {
    return this.#first[index] !== 0;
  }

  /** The type of a token on the line of the one before it; -1 for none. */
  typeAt(index: number): number {
    return this.isFirst(index) ? -1 : this.tokens.typeAt(index);
  }

  isWordAt(index: number): boolean {
    const type = this.typeAt(index);
    return type === name || type === string;
  }

  /** The index after the last token on the line of `index`. */
  lineEnd(index: number): number {
    this.#findLine(index);
    return this.#lineEnd;
  }

  /** The index of the first token on the line of `index`. */
  lineStart(index: number): number {
    this.#findLine(index);
    return this.#lineStart;
  }

  /** The line that was asked for last is remembered: a hostile text has one with a million broken tokens. */
  #findLine(index: number): void {
    if (index >= this.#lineStart && index < this.#lineEnd) return;
    this.#lineStart = index;
    while (!this.isFirst(this.#lineStart)) this.#lineStart--;
    this.#lineEnd = index + 1;
    while (!this.isFirst(this.#lineEnd)) this.#lineEnd++;
  }

  /** Passes over the tokens from one index up to another when they come. */
  leaveOut(from: number, to: number): void {
    for (let index = from; index < to; index++) this.#leftOut.add(index);
  }

  /** Goes on with the token at `index`. */
  goTo(index: number): void {
    this.#index = index;
  }

  put(type: number, start: number, end: number): void {
    this.output.push(type, start, end);
  }

  /** Reports what is written `right` here; without other edits, it is what gets replaced; with `help` there is no fix. */
  foreign(start: number, end: number, right: string, edits?: readonly TextEdit[], help?: string): void {
    const fixes = [{ title: `Write ${right}`, edits: edits ?? [{ range: { start, end }, text: right }] }];
    const extras = help === undefined ? { fixes } : { help };
    this.problems.report("foreign-spelling", start, end, { found: this.text.slice(start, end), right }, extras);
  }

  /** The same of so many characters from a token on, which are one token of another type; `told` where only a part is shown. */
  foreignText(
    index: number,
    length: number,
    type: number,
    right: string,
    told?: { readonly end: number; readonly edits: readonly TextEdit[] },
  ): void {
    const start = this.tokens.startAt(index);
    const end = start + length;
    this.foreign(start, told?.end ?? end, right, told?.edits);
    this.put(type, start, end);
    this.skipTo(index + 1, end);
  }

  /** Goes on with the first token from `index` on that begins at or after an offset. */
  skipTo(index: number, offset: number): void {
    this.goTo(this.#firstFrom(index, offset));
  }

  #firstFrom(index: number, offset: number): number {
    let next = index;
    while (next < this.tokens.length && this.tokens.startAt(next) < offset) next++;
    return next;
  }

  /** Takes back what was put out from an offset on. */
  #takeBackFrom(offset: number): void {
    const { output } = this;
    while (output.length > 0 && output.startAt(output.length - 1) >= offset) output.truncate(output.length - 1);
  }

  /** Whether the line is a rule or an expectation, in which no arrow can stand: what is meant is said of the whole. */
  isReadAsWhole(index: number): boolean {
    return /^(?:require|forbid|expect)$/.test(this.tokens.imageAt(this.lineStart(index)));
  }

  /** The white space before the line of a token. */
  indentAt(index: number): string {
    const start = this.tokens.startAt(this.lineStart(index));
    return this.text.slice(this.text.lastIndexOf("\n", start - 1) + 1, start);
  }

  /** Reports what does not belong here, and offers to remove it, or to write something else for it. */
  superfluous(start: number, end: number, help: string, text = ""): void {
    const fixes = [{ title: text === "" ? "Remove it" : "Begin a new line", edits: [{ range: { start, end }, text }] }];
    this.problems.report("unexpected-character", start, end, { text: this.text.slice(start, end) }, { help, fixes });
  }

  /** Whether the line is a step of another language, which is told as a whole. */
  #isInForeignStep(index: number): boolean {
    const start = this.tokens.startAt(this.lineStart(index));
    if (this.#stepLine.start !== start) {
      this.#stepLine = { start, isForeign: foreignStepAt(this.text, start) !== undefined };
    }
    return this.#stepLine.isForeign;
  }

  #mend(index: number, type: number): void {
    const start = this.tokens.startAt(index);
    const end = this.tokens.endAt(index);
    // What is meant is said of the whole line.
    if (importedFile(this.text, this.tokens.startAt(this.lineStart(index))) !== undefined) {
      if (type === typeIndex(t.ForeignString)) this.put(string, start, end);
      return;
    }
    if (this.#isInForeignStep(index) || this.#computed(index)) return;
    if (this.#halfQuoted(index) || this.#quotesInside(index)) return;
    switch (type) {
      case typeIndex(t.UnterminatedString):
        if (this.#closedOtherwise(start, end)) return;
        this.#unterminated(start, end);
        this.put(string, start, end);
        return;
      case typeIndex(t.UnterminatedTextBlock):
        this.problems.report("unterminated-string", start, start + 3, { mark: '`"""`' });
        this.put(typeIndex(t.TextBlock), start, end);
        return;
      case typeIndex(t.StringOverLines): {
        const [line = ""] = this.tokens.imageAt(index).split(/\r?\n/, 1);
        const help = 'A text over several lines stands between `"""` and `"""`.';
        this.problems.report("unterminated-string", start, start + line.length, { mark: '`"`' }, { help });
        this.put(string, start, end);
        return;
      }
      case typeIndex(t.ForeignString): {
        if (this.#longForeignString(index, start, end)) return;
        if (this.#prefixedString(index, start, end)) return;
        const right = inDoubleQuotes(this.tokens.imageAt(index));
        const inner = right.slice(1, -1);
        const isPlain = isName(inner) && this.#namesSomething(index);
        if (!isPlain && isLiteral(inner)) this.#foreignLiteral(start, end, right, inner);
        else this.foreign(start, end, isPlain ? inner : right);
        this.put(isPlain ? name : string, start, end);
        return;
      }
      case typeIndex(t.BareReference):
        if (this.output.typeAt(this.output.length - 1) === arrow) {
          const image = this.tokens.imageAt(index);
          const target = image.replace(/^\$\{?(\w+)\}?$/, "$1");
          const isDeclared = this.cursor.isDeclared(target);
          const help = isDeclared
            ? `Write \`${target}\`.`
            : "Write the name of a node: parameters stand for values only.";
          const fixes = isDeclared
            ? [{ title: `Write ${target}`, edits: [{ range: { start, end }, text: target }] }]
            : [];
          this.problems.report("unexpected-character", start, end, { text: image }, { help, fixes });
          const from = isDeclared ? start + image.indexOf(target) : start;
          this.put(name, from, isDeclared ? from + target.length : end);
          return;
        }
        if (this.#bareTextWithReference(index)) return;
        // `$key: 1`
        if (this.isFirst(index) && this.typeAt(index + 1) === typeNumbers.colon) {
          this.foreign(start, end, this.tokens.imageAt(index).replace(/^\$\{?(\w+)\}?$/, "$1"));
          this.put(name, start + 1, end);
          return;
        }
        this.foreign(start, end, inDoubleQuotes(this.tokens.imageAt(index)));
        this.put(string, start, end);
        return;
      case typeIndex(t.ForeignArrow):
        this.#foreignArrow(index, start, end);
        return;
      case typeIndex(t.HashComment):
        if (this.#hashLocale(index, start) || this.#hashTarget(index, start)) return;
        this.foreign(start, start + 1, "//");
        return;
      case typeIndex(t.BadNumber):
        // `1. true -> Next`
        if (this.isFirst(index) && /^\d+\.$/.test(this.tokens.imageAt(index))) this.#mendCharacters(this, index);
        else this.#badNumber(index, start, end);
        return;
      case typeIndex(t.UnterminatedComment):
        this.problems.report("unterminated-comment", start, start + 2, {});
        return;
      default:
        this.#mendCharacters(this, index);
    }
  }

  /** `key: home.concat("/start")`: a text is written as it is to be. */
  #computed(index: number): boolean {
    const offset = this.tokens.startAt(this.lineStart(index));
    const last = this.tokens.endAt(this.lineEnd(index) - 1);
    if (last - offset > longestLine) return false;
    const [whole, before = "", value = ""] =
      /^([\w.]+[ \t]*[:=][ \t]*)([^\s#].*)$/.exec(this.text.slice(offset, last)) ?? [];
    const start = offset + before.length;
    const read = whole === undefined || this.tokens.startAt(index) < start ? undefined : computedText(value);
    if (read === undefined) return false;
    const end = start + value.replace(/,$/, "").length;
    const right = `"${read.text}"`;
    const undeclared = read.names.find((each) => each !== realmParameter && !this.parameters.has(each));
    const help =
      undeclared === undefined
        ? undefined
        : `Nothing is computed here: write \`${right}\`, and \`param ${undeclared} = "…"\` at the top of the file.`;
    this.#takeBackFrom(start);
    this.foreign(start, end, right, undefined, help);
    this.put(string, start, end);
    this.skipTo(index + 1, end);
    return true;
  }

  /** `key: Sign in to ${brand}`: the whole text lacks its quotes. */
  #bareTextWithReference(index: number): boolean {
    const offset = this.tokens.startAt(this.lineStart(index));
    const line = this.text.slice(offset, this.tokens.endAt(this.lineEnd(index) - 1));
    const [whole, before = "", text = ""] =
      /^([\w.]+[ \t]*:[ \t]*)(\p{L}[^"'[\]{}]*(?:\$\{\w+\}[^"'[\]{}]*)+)$/u.exec(line) ?? [];
    if (whole === undefined || whole.length > longestLine) return false;
    const start = offset + before.length;
    this.#takeBackFrom(start);
    this.foreign(start, start + text.length, `"${text}"`);
    this.put(string, start, start + text.length);
    this.goTo(this.lineEnd(index));
    return true;
  }

  /** `"Say "yes, please!" now"`: a text with quotes that are not escaped, and other marks between them. */
  #quotesInside(index: number): boolean {
    const offset = this.tokens.startAt(index);
    const found = quotesInsideAround(this.text, this.tokens.startAt(this.lineStart(index)), offset);
    if (found === undefined) return false;
    reportQuotesInside(this.problems, this.text, found);
    this.#takeBackFrom(found.start);
    this.put(string, found.start, found.end);
    this.skipTo(index + 1, found.end);
    return true;
  }

  /** A line in which one quote is missing is told once, at the text; what the rest of it means is not known until then. */
  #halfQuoted(index: number): boolean {
    const first = this.lineStart(index);
    const end = this.lineEnd(index);
    const offset = this.tokens.startAt(first);
    const lineEnd = this.text.slice(offset, offset + longestLine).search(/[\r\n]|$/);
    const found = halfQuotedIn(this.text.slice(offset, offset + lineEnd));
    // A text that begins with its quote and goes on to the end of the line is told as it is.
    if (found === undefined || (!found.isOpening && found.quoteAt >= lineEnd)) return false;
    const [at, from, to] = [offset + found.quoteAt, offset + found.start, offset + found.end];
    const where = found.isOpening ? "begins" : "ends";
    const help = `Write \`"\` where the text ${where}.`;
    const fixes = [{ title: 'Write `"`', edits: [{ range: { start: at, end: at }, text: '"' }] }];
    this.problems.report("unterminated-string", from, to, { mark: '`"`', opens: found.isOpening }, { help, fixes });
    this.#takeBackFrom(offset);
    for (const part of found.parts) this.put(typeOfPart(part.image), offset + part.start, offset + part.end);
    this.goTo(end);
    return true;
  }

  /** `-> #Check`: a target is the name of a node. */
  #hashTarget(index: number, start: number): boolean {
    const [, target] = /^#([A-Za-z_][\w]*)[ \t]*$/.exec(this.tokens.imageAt(index)) ?? [];
    const isLed = this.output.typeAt(this.output.length - 1) === arrow && !this.isFirst(index);
    if (target === undefined || !isLed) return false;
    this.superfluous(start, start + 1, "Remove it: a target is the name of a node.");
    this.put(name, start + 1, start + 1 + target.length);
    return true;
  }

  /** `pageHeader#de: "…"`: a locale stands behind a dot. What follows is no comment. */
  #hashLocale(index: number, start: number): boolean {
    const last = this.output.length - 1;
    const touches = this.output.typeAt(last) === name && this.output.endAt(last) === start && this.isFirst(index - 1);
    const [, locale] = /^#([a-z]{2}(?:[-_][A-Za-z]{2,4})?)[ \t]*:/.exec(this.tokens.imageAt(index)) ?? [];
    if (!touches || locale === undefined) return false;
    const from = this.output.startAt(last);
    const right = `${this.output.imageAt(last)}.${locale}`;
    this.foreign(from, start + 1 + locale.length, right);
    this.output.truncate(last);
    return true;
  }

  /** `b'…'`: letters before a text mean nothing here. */
  #prefixedString(index: number, start: number, end: number): boolean {
    const last = this.output.length - 1;
    const before = this.output.typeAt(last - 1);
    const isValue = before === typeNumbers.colon || before === comma || before === typeNumbers.lBracket;
    const isPrefix = this.output.typeAt(last) === name && this.output.endAt(last) === start && !this.isFirst(index);
    if (!isValue || !isPrefix || this.output.imageAt(last).length > 3) return false;
    const from = this.output.startAt(last);
    this.output.truncate(last);
    this.foreign(from, end, inDoubleQuotes(this.tokens.imageAt(index)));
    this.put(string, start, end);
    return true;
  }

  /** `'''` … `'''` over lines, and `'It's free'`, whose second mark is an apostrophe. */
  #longForeignString(index: number, start: number, end: number): boolean {
    const close = this.text.startsWith("'''", start) ? this.text.indexOf("'''", start + 3) : -1;
    const isLong = close !== -1 && close < start + longestText;
    if (isLong && !this.text.slice(start, close).includes("\n")) {
      this.foreignText(index, close + 3 - start, string, inDoubleQuotes(this.text.slice(start + 2, close + 1)));
      return true;
    }
    if (isLong && this.isFirst(index) && !opensValue.has(this.output.typeAt(this.output.length - 1))) {
      const edits = [start, close].map((from) => ({
        range: { start: from, end: from + 3 },
        text: from === start ? "/*" : "*/",
      }));
      this.foreign(start, start + 3, "/*", edits);
      this.skipTo(index + 1, close + 3);
      return true;
    }
    if (isLong) {
      const edits = [start, close].map((from) => ({ range: { start: from, end: from + 3 }, text: '"""' }));
      this.foreignText(index, close + 3 - start, typeIndex(t.TextBlock), '"""', { end: start + 3, edits });
      return true;
    }
    if (this.text.charAt(start) !== "'" || !/\w/.test(this.text.charAt(end))) return false;
    const [line = ""] = /^[^\r\n]*/.exec(this.text.slice(start, start + longestLabel)) ?? [];
    const [whole] = /^'[^"]*'(?=\s*(?:[,\]})]|$))/.exec(line) ?? [];
    if (whole === undefined) return false;
    this.foreignText(index, whole.length, string, inDoubleQuotes(whole));
    return true;
  }

  /** `"text”`: the mark that closes it is one of another kind. */
  #closedOtherwise(start: number, end: number): boolean {
    const line = this.text.slice(start, Math.min(end, start + longestText));
    const [whole, mark = ""] = /^"[^"]*?([”“„‟’‘'`´»]+)(?=[ \t]*(?:[,\]}]|(?:\/\/.*)?$))/.exec(line) ?? [];
    if (whole === undefined) return false;
    const markEnd = start + whole.length;
    this.foreign(markEnd - mark.length, markEnd, '"');
    this.put(string, start, markEnd - mark.length);
    return true;
  }

  /** In `["a, "b", "c"]` the first text lacks its mark: a letter stands right behind the second one. */
  #unterminated(start: number, end: number): void {
    const lineStart = this.text.lastIndexOf("\n", start) + 1;
    const bare = /:[ \t]*([^"\s][^"]*)$/.exec(this.text.slice(Math.max(lineStart, start - longestLabel), start))?.[1];
    if (bare !== undefined && end === start + 1) {
      const from = start - bare.length;
      const fixes = [{ title: 'Write `"`', edits: [{ range: { start: from, end: from }, text: '"' }] }];
      const help = 'Write `"` where the text begins.';
      this.problems.report("unterminated-string", from, end, { mark: '`"`' }, { help, fixes });
      return;
    }
    const found = /"[^",]*,\s*"(?=\w)/.exec(this.text.slice(Math.max(lineStart, start - longestLabel), start));
    const first = found === null ? start : Math.max(lineStart, start - longestLabel) + found.index;
    const last = found === null ? end : this.text.indexOf(",", first);
    this.problems.report("unterminated-string", first, last, { mark: '`"`' }, unopened(this.text, start, end));
  }

  /** `'3'` may be a text or a number. */
  #foreignLiteral(start: number, end: number, right: string, inner: string): void {
    const help = `Write \`${right}\` for the text, and \`${inner}\` for the value.`;
    this.problems.report("foreign-spelling", start, end, { found: this.text.slice(start, end), right }, { help });
  }

  /** Whether a name stands here: that of a declaration, a target or an outcome. */
  #namesSomething(index: number): boolean {
    if (this.typeAt(index + 1) === arrow) return true;
    if (this.isFirst(index)) return false;
    const last = this.output.length - 1;
    if (this.output.typeAt(last) === arrow) return true;
    return this.isFirst(index - 1) && /^(?:journey|node|page|script|param)$/.test(this.output.imageAt(last));
  }

  /** `=>` before a `{`, as functions have it, is no arrow. */
  #foreignArrow(index: number, start: number, end: number): void {
    const holdsTarget = this.isWordAt(index + 2) && this.typeAt(index + 3) === typeNumbers.rBrace;
    if (this.typeAt(index + 1) === lBrace && !holdsTarget) {
      this.superfluous(start, this.tokens.startAt(index + 1), "Remove it: `{` follows at once.");
      return;
    }
    const label = /^[ \t]*\|[^|\r\n]*\|/.exec(this.text.slice(end, end + longestLabel))?.[0] ?? "";
    const behind = this.#firstFrom(index + 1, end + label.length);
    const outcome = label.replace(/^\s*\|\s*|\s*\|$/g, "");
    if (mendOwnEdge(this, index, behind, outcome)) return;
    // `-->|low| Next` without the node before it: the label is the outcome.
    if (outcome !== "" && this.isFirst(index) && this.isWordAt(behind)) {
      const at = this.text.indexOf(outcome, end);
      const labelEnd = end + label.length;
      const isWord = isName(outcome);
      this.foreign(start, labelEnd, `${isWord ? outcome : inDoubleQuotes(outcome)} ->`);
      this.put(isWord ? name : string, at, at + outcome.length);
      this.put(arrow, labelEnd, labelEnd);
      this.goTo(behind);
      return;
    }
    if (label !== "") {
      this.foreignText(index, end + label.length - start, arrow, "->");
      return;
    }
    const declares = this.output.length > 1 && this.output.imageAt(this.output.length - 2) === "param";
    if (declares && this.isFirst(index - 2)) {
      this.foreign(start, end, "=");
      this.put(typeNumbers.equals, start, end);
      return;
    }
    if (this.#beginsPlainValue(index + 1) && this.isFirst(index - 1)) {
      const range = { start: this.tokens.endAt(index - 1), end };
      this.foreign(start, end, ":", [{ range, text: ":" }]);
      this.put(typeNumbers.colon, start, end);
      return;
    }
    const blank = /\w/.test(this.text.charAt(start - 1)) ? " " : "";
    if (!this.isReadAsWhole(index)) this.foreign(start, end, "->", [{ range: { start, end }, text: `${blank}->` }]);
    this.put(arrow, start, end);
  }

  /** What no arrow leads to: a number, a list, or a text that is not the title of a node. */
  #beginsPlainValue(index: number): boolean {
    const type = this.typeAt(index);
    if (type === typeNumbers.number || type === typeNumbers.lBracket) return true;
    const image = this.tokens.imageAt(index);
    if (type === name) return /^(?:true|false|null)$/.test(image) && !this.cursor.isDeclared(image);
    return type === string && !this.text.includes(`${image} {`) && !this.cursor.isDeclared(image.slice(1, -1));
  }

  /** An id, a telephone number and the like without the quotes around it. */
  bareText(index: number): boolean {
    const start = this.tokens.startAt(index);
    const [found] = bareTexts.exec(this.text.slice(start, start + longestLabel)) ?? [];
    if (found === undefined) return false;
    this.foreignText(index, found.length, string, `"${found}"`);
    return true;
  }

  /** In the place of a name, it is one that begins with a digit. */
  #badNumber(index: number, start: number, end: number): void {
    if (this.bareText(index)) return;
    const text = this.tokens.imageAt(index);
    const previous = this.isFirst(index) ? -1 : this.output.typeAt(this.output.length - 1);
    const word = previous === name ? this.output.imageAt(this.output.length - 1) : "";
    const declared = /^(?:journey|node|page|script|param|require|forbid|before|after|submit|stub|at|of)$/.test(word);
    if ((declared || previous === arrow) && /^\d+[A-Za-z_][\w]*$/.test(text)) {
      const help = `A name begins with a letter or \`_\`: write \`_${text}\`, here and where the name is used.`;
      const args = { expected: "a name", found: `"${text}", which begins with a digit` };
      this.problems.report("syntax-error", start, end, args, { help });
      this.put(name, start, end);
      return;
    }
    const [, weeks] = /^(\d+)w(?:eeks?)?$/i.exec(text) ?? [];
    if (word === "wait" && weeks !== undefined) {
      this.foreign(start, end, `${Number(weeks) * 7}d`);
      this.put(typeNumbers.duration, start, end);
      return;
    }
    const [, written = "", unit = ""] = /^(\d[\dOo]*)([smhd])[a-z]*$/i.exec(text) ?? [];
    const amount = digitsForLetters(written) ?? written;
    if (word === "wait" && amount !== "" && !/^\d+ms/i.test(text)) {
      const right = `${amount}${unit.toLowerCase()}`;
      this.foreign(start, end, right);
      this.put(typeNumbers.duration, start, end);
      return;
    }
    if (this.isFirst(index) && /^\d+[A-Za-z_][\w]*$/.test(text) && this.#leadsOn(index + 1)) {
      this.foreign(start, end, `"${text}"`);
      this.put(name, start, end);
      return;
    }
    // `@2.0.0` and `@2.x`
    const [, version] = previous === typeNumbers.at ? (/^(\d+(?:\.\d+)?)(?:\.(?:\d+|[xX*]))+$/.exec(text) ?? []) : [];
    if (version !== undefined) {
      this.foreign(start, end, version.includes(".") ? version : `${version}.0`);
      this.put(typeNumbers.number, start, start + version.length);
      return;
    }
    const before = this.text.slice(Math.max(0, start - longestGroup), start);
    const extras = adviseOnNumber(text, { start, end }, before);
    this.problems.report("invalid-number", start, end, { text }, extras);
    this.put(typeNumbers.number, start, end);
  }

  #leadsOn(index: number): boolean {
    const type = this.typeAt(index);
    return type === arrow || type === comma;
  }
}

function typeOfPart(image: string): number {
  const mark = markTypes.get(image);
  if (mark !== undefined) return mark;
  if (image.startsWith('"')) return string;
  return /^-?[0-9]/.test(image) ? typeNumbers.number : name;
}

function isLiteral(text: string): boolean {
  return /^(?:true|false|null|absent|-?\d+(?:\.\d+)?)$/i.test(text);
}

/** `word"`: it is the first quote that is missing. */
function unopened(text: string, start: number, end: number): { help?: string } {
  if (end !== start + 1 || !/\w/.test(text.charAt(start - 1))) return {};
  return { help: 'If a text ends here, write a `"` where it begins.' };
}
