import type { IToken, TokenType } from "chevrotain";
import type { DiagnosticExtras } from "../../diagnostics/diagnostic.js";
import { emptyRange, type Range } from "../../text/range.js";
import type { Name } from "../ast.js";
import { decodeName, isQuoted } from "../decode-string.js";
import { describeToken } from "../describe-token.js";
import type { Problems } from "../problems.js";
import { endOf, type TokenVector, typeIndex } from "../token-vector.js";
import { EndOfFile, grammarTokens, LBrace, LBracket, PathStart, RBrace, RBracket, TextBlock } from "../tokens.js";
import { endOfFile, TokenReader } from "./token-reader.js";

const textBlock = typeIndex(TextBlock);
const closeIndexes = new Set([typeIndex(RBrace), typeIndex(RBracket)]);
const openIndexes = new Set([LBrace, LBracket, PathStart].map(typeIndex));

/** Token types at which skipping ends, by their index. */
export type StopSet = readonly boolean[];

/** The end of the file is always one. */
export function stopSet(types: readonly TokenType[]): StopSet {
  const stops: boolean[] = [];
  for (const type of [EndOfFile, ...types]) stops[typeIndex(type)] = true;
  return stops;
}

/**
 * What all rules share. The grammar never fails: the passes before it made brackets balance and marked every token that
 * begins a statement, its rules take what is there, report what is not, and skip what fits nowhere.
 *
 * Chevrotain defines each rule as a member named like the rule: no method may share its name with a rule.
 */
export abstract class TolerantParser extends TokenReader {
  #problems: Problems | undefined;

  /** `validated` only by the build and in tests: checking the grammar costs as much as building it. */
  constructor(validated: boolean) {
    super([...grammarTokens], {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: !validated,
    });
  }

  /** Begins a text. */
  start(tokens: TokenVector, problems: Problems): void {
    this.read(tokens);
    this.#problems = problems;
  }

  /** Lets go of the text. */
  finish(): void {
    this.letGo();
    this.#problems = undefined;
  }

  protected get problems(): Problems {
    if (this.#problems === undefined) throw new Error("the parser was used before a text was given to it");
    return this.#problems;
  }

  protected name(token: IToken): Name {
    if (this.RECORDING_PHASE) return { text: "", quoted: false, range: emptyRange };
    const { image, startOffset: start } = token;
    const quoted = isQuoted(image);
    const text = quoted ? decodeName(image, start, this.problems) : image;
    return { text, quoted, range: { start, end: start + image.length } };
  }

  /** From a token to the last one consumed. */
  protected rangeFrom(first: IToken): Range {
    return { start: first.startOffset, end: endOf(this.last) };
  }

  protected rangeSince(start: number): Range {
    return { start, end: endOf(this.last) };
  }

  /** Reports that something should stand before the next token; `form` is how the whole is written. */
  protected lacks(what: string, form?: string): void {
    if (this.RECORDING_PHASE) return;
    const offset = this.last === endOfFile ? 0 : endOf(this.last);
    const args = { expected: what, found: describeToken(this.next) };
    const help = form === undefined ? {} : { help: `Write \`${form}\`.` };
    this.problems.report("syntax-error", offset, offset, args, help);
  }

  /** Skips, with one diagnostic, what cannot stand here; brackets with all that is in them. */
  protected skipTo(stops: StopSet, what: string, help?: string): void {
    if (this.RECORDING_PHASE) return;
    if (stops[this.next.tokenTypeIdx] === true) return;
    const args = { expected: what, found: describeToken(this.next) };
    const extras = help === undefined ? {} : { help };
    const { startOffset: start, image, tokenTypeIdx: type } = this.next;
    this.problems.report(
      "syntax-error",
      start,
      endOf(this.next),
      args,
      type === textBlock ? asComment(start, image) : extras,
    );
    let depth = 0;
    while (this.next !== endOfFile && (depth > 0 || stops[this.next.tokenTypeIdx] !== true)) {
      if (openIndexes.has(this.next.tokenTypeIdx)) depth++;
      else if (closeIndexes.has(this.next.tokenTypeIdx)) depth--;
      this.consumeToken();
    }
  }
}

/** A text that stands alone is a comment elsewhere. */
function asComment(start: number, image: string): DiagnosticExtras {
  const edits = [start, start + image.length - commentMark].map((from, index) => ({
    range: { start: from, end: from + commentMark },
    text: index === 0 ? "/*" : "*/",
  }));
  const fixes = image.includes("*/") ? [] : [{ title: "Write a comment", edits }];
  return { help: "A comment stands between `/*` and `*/`, or behind `//`.", fixes };
}

const commentMark = '"""'.length;
