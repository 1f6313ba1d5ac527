import type { TokenType } from "chevrotain";
import { type BlockKind, stepKeywords } from "../keywords.js";
import type { Problems } from "../problems.js";
import { type TokenVector, typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { holdsMembers, markKeyword } from "./mark-keyword.js";
import { markMemberWord } from "./mark-member.js";
import { MarkState } from "./mark-state.js";
import { markValueBrackets, markValueMark, markValueWord } from "./mark-value.js";

const name = typeIndex(tokens.NameToken);
const string = typeIndex(tokens.StringLiteral);
const duration = typeIndex(tokens.DurationLiteral);
const arrow = typeIndex(tokens.Arrow);
const colon = typeIndex(tokens.Colon);
const comma = typeIndex(tokens.Comma);
const equals = typeIndex(tokens.Equals);
const lBrace = typeIndex(tokens.LBrace);
const rBrace = typeIndex(tokens.RBrace);
const lBracket = typeIndex(tokens.LBracket);
const rBracket = typeIndex(tokens.RBracket);
const submitKeyword = typeIndex(tokens.SubmitKeyword);
const resumeKeyword = typeIndex(tokens.ResumeKeyword);
const expectKeyword = typeIndex(tokens.ExpectKeyword);

/** Deeper than any export known (25 levels), and few enough that the parser's recursion is safe. */
export const deepestNesting = 200;

/**
 * Walks once over the tokens and marks those that begin a statement, so that the grammar needs to look at one token only.
 * The language has no reserved words: whether `node` is a keyword, a key, an outcome or a name follows from its place and
 * from what comes after it. Brackets must balance.
 */
export function markStatements(input: TokenVector, problems: Problems): TokenVector {
  const state = new MarkState(input, problems);
  for (let index = 0; index < input.length; ) index = markToken(state, index);
  return state.output;
}

/** Takes one token. Answers the index of the next one. */
export function markToken(state: MarkState, index: number): number {
  const type = state.typeOf(index);
  if (state.header !== undefined && type !== lBrace && state.cursor.isFirst(index)) state.header = undefined;
  switch (type) {
    case name:
    case string:
      return markWord(state, index);
    case lBrace:
    case lBracket: {
      const foreign = state.header === undefined ? markValueBrackets(state, index) : -1;
      if (foreign !== -1) return foreign;
      if (type === lBracket) return openBlock(state, index, "list", beginsPath(state) ? tokens.PathStart : undefined);
      if (isStrayBlock(state, index)) {
        state.expected("a statement", index);
        return skipGroup(state, index);
      }
      return openBlock(state, index, state.header?.opens ?? "object");
    }
    case rBrace:
    case rBracket:
      state.header = undefined;
      state.blocks.pop();
      state.block = state.blocks.at(-1) ?? "file";
      return state.take(index);
    default:
      return state.block === "list" || state.block === "object" ? markValueMark(state, index, type) : state.take(index);
  }
}

function markWord(state: MarkState, index: number): number {
  if (holdsMembers(state.block)) return markMemberWord(state, index);
  switch (state.block) {
    case "object":
      return markValueWord(state, index);
    case "scenario":
      return markScenarioWord(state, index);
    default:
      return state.take(index);
  }
}

/** A `{` where a statement should begin: its keyword is missing. */
function isStrayBlock(state: MarkState, index: number): boolean {
  const previous = state.previousType;
  return (
    state.header === undefined &&
    holdsMembers(state.block) &&
    state.cursor.isFirst(index) &&
    previous !== colon &&
    previous !== comma &&
    previous !== equals
  );
}

/** `expect path [`; of callbacks and lines of the log, `expect` takes a list of values. */
function beginsPath({ block, output }: MarkState): boolean {
  const last = output.length - 1;
  if (block !== "scenario" || output.typeAt(last - 1) !== expectKeyword) return false;
  return !/^(?:callbacks|log)$/.test(output.imageAt(last));
}

function openBlock(state: MarkState, index: number, block: BlockKind, as?: TokenType): number {
  if (state.blocks.length >= deepestNesting) {
    const { start, end } = state.rangeOf(index);
    state.problems.report("nesting-too-deep", start, end, { limit: deepestNesting });
    return skipGroup(state, index);
  }
  state.header = undefined;
  state.blocks.push(block);
  state.block = block;
  return state.take(index, as);
}

function skipGroup(state: MarkState, index: number): number {
  let depth = 0;
  for (let next = index; next < state.tokens.length; next++) {
    const type = state.typeOf(next);
    if (type === lBrace || type === lBracket) depth++;
    else if ((type === rBrace || type === rBracket) && --depth === 0) return next + 1;
  }
  return state.tokens.length;
}

function markScenarioWord(state: MarkState, index: number): number {
  const keyword = stepKeywords.get(state.cursor.imageAt(index));
  if (keyword === undefined || (!state.cursor.isFirst(index) && !stepCanBegin(state))) return state.take(index);
  const next = markKeyword(state, keyword, index);
  if (keyword.type === tokens.ResumeKeyword) state.header = undefined;
  return next;
}

/** Whether the step before, on the same line, can be complete. */
function stepCanBegin(state: MarkState): boolean {
  const previous = state.previousType;
  switch (previous) {
    case lBrace:
    case rBrace:
    case rBracket:
    case string:
    case duration:
    case resumeKeyword:
      return true;
    case name: {
      const last = state.output.length - 1;
      const before = state.output.typeAt(last - 1);
      const word = state.output.imageAt(last);
      if (before === expectKeyword) return /^(?:success|failure|suspended)$/.test(word);
      return before === submitKeyword || before === arrow;
    }
    default:
      return false;
  }
}
