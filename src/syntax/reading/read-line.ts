import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { describeToken } from "../describe-token.js";
import { declarationKeywords, stepKeywords } from "../keywords.js";
import type { MarkState } from "../marking/mark-state.js";
import { markToken } from "../marking/mark-statements.js";
import { type TokenVector, typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import { alignLine, isRight, isWhole, type Reading, type ReadingStep } from "./align-line.js";
import { isFiller } from "./fit-token.js";
import { LineTokens, longestLine } from "./line-tokens.js";

const name = typeIndex(t.NameToken);
const string = typeIndex(t.StringLiteral);
const number = typeIndex(t.NumberLiteral);
const lBrace = typeIndex(t.LBrace);
const lBracket = typeIndex(t.LBracket);
const colon = typeIndex(t.Colon);
const bad = typeIndex(t.BadCharacters);
const foreignArrow = typeIndex(t.ForeignArrow);
const emptyString = "";

/**
 * Reads a line that is no whole statement as the one that it is nearest to, by its tokens and the block it stands in. What that
 * statement has more, less or otherwise is reported once. Answers the index behind what it took; -1 for a line that is
 * whole, or near nothing.
 */
export function readLine(state: MarkState, index: number): number {
  const line = new LineTokens(state.cursor, index);
  state.readUntil = line.end;
  if (line.end - line.start > longestLine || line.end === line.start) return -1;
  if (isWhole(line, state.block)) return -1;
  const reading = alignLine(line, state.block);
  if (reading === undefined) return -1;
  const isOnlyIncomplete = reading.steps.every(
    ({ arc, fit, form }) =>
      form?.order === undefined && arc !== undefined && (fit === undefined ? isHole(arc) : isRight(fit)),
  );
  // The grammar tells what is missing.
  if (isOnlyIncomplete) return -1;
  const written = new WrittenLine(reading, line);
  // Nothing can be made of a statement without its first word.
  const isHeadless = written.pieces.some(
    ({ isHole: hole, step }) => hole && step.arc !== undefined && step.arc.as !== -1,
  );
  if (isHeadless && line.opensBlock(line.end - 1)) return -1;
  written.report(state);
  if (isHeadless) return line.end;
  return emit(written.pieces, state, line);
}

function isHole({ slot, type, text }: { slot?: unknown; type: number; text: string }): boolean {
  return type === lBrace ? text === "{" : slot !== undefined && text === emptyString;
}

/** A part of the line as it should be written. */
interface Piece {
  readonly step: ReadingStep;
  readonly text: string;
  readonly isChanged: boolean;
  /** What is missing here cannot be told. */
  readonly isHole: boolean;
}

class WrittenLine {
  readonly pieces: readonly Piece[];
  readonly #reading: Reading;
  readonly #line: LineTokens;

  constructor(reading: Reading, line: LineTokens) {
    this.#reading = reading;
    this.#line = line;
    this.pieces = ordered(reading).map((step) => this.#piece(step));
  }

  #piece(step: ReadingStep): Piece {
    const { arc, fit, from, to } = step;
    if (fit === undefined) {
      const hole = arc !== undefined && isHole(arc) && !arc.isOnlyMeant;
      return { step, text: hole ? holeText(arc.what) : (arc?.text ?? ""), isChanged: true, isHole: hole };
    }
    const { tokens } = this.#line;
    const last = arc?.type === lBrace && arc.slot === undefined ? from + 1 : to;
    const own = tokens.text.slice(tokens.startAt(from), tokens.endAt(last - 1));
    return { step, text: fit.text ?? own, isChanged: fit.text !== undefined, isHole: false };
  }

  /** The line as it should be. */
  get text(): string {
    let text = "";
    let previous: Piece | undefined;
    for (const piece of this.pieces) {
      if (previous !== undefined) text += this.#between(previous, piece);
      text += piece.text;
      previous = piece;
    }
    return text;
  }

  #between(left: Piece, right: Piece): string {
    const { tokens } = this.#line;
    const isNeighbour = left.step.fit !== undefined && right.step.fit !== undefined && left.step.to === right.step.from;
    const isKept = isNeighbour && !left.isChanged && !right.isChanged;
    if (isKept) return tokens.text.slice(tokens.endAt(left.step.to - 1), tokens.startAt(right.step.from));
    if (/^[:,.@\]]/.test(right.text) || /[.@[]$/.test(left.text)) return "";
    return " ";
  }

  report(state: MarkState): void {
    const steps = this.#reading.steps.filter((step) => this.#isEdit(step));
    const [first] = steps;
    if (first === undefined) return;
    const edit = this.#edit();
    const fixes = this.#isClear(steps) && edit !== undefined ? [{ title: titleOf(edit), edits: [edit] }] : [];
    if (
      steps.length === 1 &&
      this.#isShown(first) &&
      this.#reading.steps.every((step) => step.form?.order === undefined)
    )
      this.#reportOne(first, state, fixes);
    else this.#reportAll(steps, state, fixes);
  }

  #isEdit({ arc, fit, form }: ReadingStep): boolean {
    if (form?.order !== undefined) return true;
    if (arc === undefined || fit === undefined) return true;
    return fit.text !== undefined;
  }

  /** Whether what is written otherwise looks otherwise. */
  #isShown({ fit, from, to }: ReadingStep): boolean {
    const { tokens } = this.#line;
    return fit === undefined || fit.text !== tokens.text.slice(tokens.startAt(from), tokens.endAt(to - 1));
  }

  /** Whether one reading is left, and holds all that was written. */
  #isClear(steps: readonly ReadingStep[]): boolean {
    const isGuessed = steps.some(({ arc, fit }) => fit === undefined && arc?.slot === "word") && steps.length > 1;
    if (isGuessed && !this.#line.has(lBrace, this.#line.start, this.#line.end) && !this.#line.startsWithFiller)
      return false;
    const isOfTwo = this.#reading.steps.some(({ statement }) => statement > 0);
    if (isOfTwo && steps.some(({ arc, from }) => arc === undefined && this.#line.isName(from))) return false;
    if (this.#reading.lead < 0.5 || this.pieces.some(({ isHole: hole }) => hole)) return false;
    return (
      steps.every(({ arc, fit, from, to }) => {
        if (arc === undefined) return to === from + 1 && this.#meansNothing(from);
        return fit?.text === undefined || fit.isClear === true;
      }) && this.#reading.steps.every(({ fit }) => fit?.isDoubtful !== true)
    );
  }

  #meansNothing(index: number): boolean {
    const type = this.#line.typeAt(index);
    if (this.#line.isDoubled(index)) return true;
    if (type === string || type === number) return false;
    const { tokens, start } = this.#line;
    const isBehindNumber = index > start && this.#line.typeAt(index - 1) === number && touch(tokens, index - 1, index);
    const isBeforeValue =
      index + 1 < this.#line.end && this.#line.typeAt(index - 1) === colon && touch(tokens, index, index + 1);
    // `25%`, `-a`, `!true`: what is beside it may mean something else without it.
    if (type === bad && (isBehindNumber || isBeforeValue) && !/^[;；()（）]+$/.test(this.#line.imageAt(index)))
      return false;
    if (type === bad && this.#line.imageAt(index).startsWith("*")) return false;
    return type !== name || isFiller(this.#line.imageAt(index)) || this.#line.isPageType(index);
  }

  /** What changes the line; undefined where a comment would be lost. */
  #edit(): TextEdit | undefined {
    const { tokens, start } = this.#line;
    const end = this.#usedEnd;
    for (let index = start + 1; index < end; index++) {
      const gap = tokens.text.slice(tokens.endAt(index - 1), tokens.startAt(index));
      if (gap.trim() !== "") return undefined;
    }
    const from = tokens.startAt(start);
    const old = tokens.text.slice(from, tokens.endAt(end - 1));
    const { text } = this;
    let head = 0;
    while (head < old.length && head < text.length && old[head] === text[head]) head++;
    const cuts = (at: number) => /\w/.test(old.charAt(at)) || /\w/.test(text.charAt(at));
    while (head > 0 && /\w/.test(old.charAt(head - 1)) && cuts(head)) head--;
    let tail = 0;
    while (tail < old.length - head && tail < text.length - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
    const cutsBack = () =>
      /\w/.test(old.charAt(old.length - tail - 1)) || /\w/.test(text.charAt(text.length - tail - 1));
    while (tail > 0 && /\w/.test(old.charAt(old.length - tail)) && cutsBack()) tail--;
    return { range: { start: from + head, end: from + old.length - tail }, text: text.slice(head, text.length - tail) };
  }

  /** The tokens up to the brace of a body. */
  get #usedEnd(): number {
    const last = this.#reading.steps.at(-1);
    return last?.arc?.type === lBrace && last.arc.slot === undefined && last.fit !== undefined
      ? last.from + 1
      : this.#line.end;
  }

  #reportOne({ arc, fit, from, to }: ReadingStep, { problems }: MarkState, fixes: Fixes): void {
    const { tokens } = this.#line;
    const isAtEnd = from >= this.#line.end;
    const start = isAtEnd ? tokens.endAt(from - 1) : tokens.startAt(from);
    const end = isAtEnd ? start : tokens.endAt(Math.max(from, to - 1));
    const found = describeToken(tokens.tokenAt(from));
    if (arc === undefined) {
      const help = this.#helpForDropped(from);
      if (tokens.typeAt(from) === bad)
        problems.report("unexpected-character", start, end, { text: tokens.imageAt(from) }, { help, fixes });
      else
        problems.report(
          "syntax-error",
          start,
          end,
          { expected: this.#expectedAt(from), found: foundAt(tokens.imageAt(from)) },
          { help, fixes },
        );
      return;
    }
    if (fit === undefined) {
      const at = from === this.#line.start ? start : tokens.endAt(from - 1);
      const help = `Write \`${arc.text}\` here.`;
      problems.report(
        "syntax-error",
        at,
        at,
        { expected: arc.what, found: isAtEnd ? "the end of the line" : found },
        { help, fixes },
      );
      return;
    }
    const right = fit.text ?? "";
    const written = tokens.text.slice(start, end);
    if (fit.isKeyword) {
      problems.report("unknown-keyword", start, end, { word: written, keyword: right }, { fixes });
      return;
    }
    problems.report("foreign-spelling", start, end, { found: written, right }, { fixes });
  }

  #helpForDropped(index: number): string {
    if (this.#line.imageAt(index).startsWith("*")) return "Name the outcomes one by one, with commas between them.";
    if (this.#line.typeAt(index) === bad && !this.#meansNothing(index))
      return "Write a number, `true`, `false`, or a text in quotes.";
    const reason = reasons.find(([mark]) => mark.test(this.#line.imageAt(index)))?.[1];
    return reason === undefined ? `Remove it: write \`${this.#shown}\`.` : `Remove it: ${reason}.`;
  }

  /** What the reading has in the place of a token that is left out. */
  #expectedAt(index: number): string {
    const next = this.pieces.find(({ step }) => step.from > index);
    return next?.step.arc?.what ?? "the next statement";
  }

  #reportAll(steps: readonly ReadingStep[], { problems }: MarkState, fixes: Fixes): void {
    const { tokens } = this.#line;
    const from = Math.min(...steps.map((step) => step.from), this.#line.end - 1);
    const to = Math.max(...steps.map((step) => step.to), from + 1);
    const start = tokens.startAt(from);
    const end = tokens.endAt(Math.min(to, this.#usedEnd) - 1);
    const args = { expected: `\`${this.#shown}\``, found: foundAt(tokens.text.slice(start, Math.max(start, end))) };
    problems.report("syntax-error", start, Math.max(start, end), args, { help: this.#helpForAll, fixes });
  }

  get #helpForAll(): string {
    const lacksTarget = this.pieces.some(({ isHole: hole, step }) => hole && step.arc?.slot === "target");
    return `Write \`${this.#shown}\`${lacksTarget ? "; the ends are called `success` and `failure`" : ""}.`;
  }

  /** The line as a message shows it. */
  get #shown(): string {
    const text = this.text.replaceAll(/\s+/g, " ");
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
  }
}

function touch(tokens: TokenVector, one: number, other: number): boolean {
  return tokens.endAt(Math.min(one, other)) === tokens.startAt(Math.max(one, other));
}

type Fixes = readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];

function foundAt(image: string): string {
  const [line = ""] = image.split(/\r?\n/, 1);
  return line.startsWith('"') ? line : `"${line}"`;
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^[;；]$/, "a statement ends with its line"],
  [/^,$/, "commas stand only between the values of a list or an object"],
  [/^\(\)$/, "nothing is called here"],
];

function titleOf({ text }: TextEdit): string {
  const shown = text.trim();
  return shown === "" ? "Remove it" : `Write ${shown.length > 60 ? "it so" : shown}`;
}

function holeText(what: string): string {
  return /node$/.test(what)
    ? "Node"
    : /type$/.test(what)
      ? "Type"
      : /name/.test(what)
        ? "Name"
        : /outcome/.test(what)
          ? "outcome"
          : "…";
}

/** The steps that stay, in the order of the language. */
function ordered({ steps }: Reading): readonly ReadingStep[] {
  const statements = new Map<number, ReadingStep[]>();
  for (const step of steps) {
    if (step.arc === undefined) continue;
    const known = statements.get(step.statement);
    if (known === undefined) statements.set(step.statement, [step]);
    else known.push(step);
  }
  return [...statements.values()].flatMap((list) => {
    const order = list[0]?.form?.order;
    if (order === undefined) return list;
    return [...order.flatMap((at) => list[at] ?? []), ...list.slice(order.length)];
  });
}

/** Puts the reading into the output. Answers the index of the token that is next. */
function emit(pieces: readonly Piece[], state: MarkState, line: LineTokens): number {
  for (const { step, isHole: hole } of pieces) {
    const { arc, fit, from, to } = step;
    if (arc === undefined || hole) continue;
    if (fit === undefined) {
      insert(state, arc, from);
      continue;
    }
    const type = line.tokens.typeAt(from);
    if (type === lBrace && arc.type === lBrace && arc.slot === undefined) {
      const keyword = step.form?.keyword;
      const header =
        keyword === undefined ? undefined : (declarationKeywords.get(keyword) ?? stepKeywords.get(keyword));
      if (header !== undefined) state.begin(header);
      return from;
    }
    if ((type === lBrace || type === lBracket) && arc.slot !== undefined) {
      for (let index = from; index < to; ) index = markToken(state, index);
      continue;
    }
    state.output.push(
      fit.type ?? outputType(arc, type, fit.text !== undefined),
      line.tokens.startAt(from),
      line.tokens.endAt(to - 1),
    );
  }
  return line.end;
}

function insert(state: MarkState, arc: { readonly type: number; readonly as: number }, index: number): void {
  // The parser itself says that `start` is missing.
  if (arc.as === typeIndex(t.OutcomeStart)) return;
  const { output, tokens } = state;
  const offset =
    output.length === 0 ? tokens.startAt(Math.min(index, tokens.length - 1)) : output.endAt(output.length - 1);
  output.push(arc.as === -1 ? arc.type : arc.as, offset, offset);
}

function outputType(arc: { readonly type: number; readonly as: number }, own: number, isMark: boolean): number {
  if (arc.as !== -1) return arc.as;
  if (arc.type !== -1) return arc.type;
  return isMark && (own === bad || own === foreignArrow) ? name : own;
}
