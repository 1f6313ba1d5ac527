import type { TokenType } from "chevrotain";
import { declarationKeywords, stepKeywords } from "../keywords.js";
import * as tokens from "../tokens.js";
import { endsAText, isWithinWord } from "./bare-text.js";
import { guessKeyword } from "./guess-keyword.js";
import { markArrowsOfJourney } from "./mark-arrows-of-journey.js";
import { markIndentedObject } from "./mark-brackets.js";
import {
  beginEdge,
  findArrow,
  findArrowBelow,
  findArrowWord,
  findColonForArrow,
  findTargetWithoutArrow,
  isLeadingWord,
  markArrowAlone,
  markCondition,
  markOutcome,
  skipLeadingWord,
} from "./mark-edge.js";
import { markForeignDeclaration, markImport } from "./mark-foreign-declaration.js";
import { markForeignScenario } from "./mark-foreign-scenario.js";
import { markGroupedParams, markResourceInBraces } from "./mark-grouped-params.js";
import { findKeyword, markGuess, markHeaderWord, markKeyword } from "./mark-header.js";
import { markForeignLocale } from "./mark-locale.js";
import { markForeignRule } from "./mark-rule.js";
import type { MarkState } from "./mark-state.js";
import { markLeftover, markTypedKey } from "./mark-typed-key.js";
import { markWrapper } from "./mark-wrapper.js";
import { markSwappedHeader, mendHeader } from "./mend-header.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, at, colon, comma, dot, equals, lBrace, lBracket, name, number, rBrace, string } = typeNumbers;

/** Marks a word in a block of properties, nodes and edges. Answers the index of the next token. */
export function markMemberWord(state: MarkState, index: number): number {
  if (state.header !== undefined) return markHeaderWord(state, state.header, index);
  if (index < state.edgeEnd) return markOutcome(state, index);
  const imported = markImport(state, index);
  if (imported !== -1) return imported;
  const scenario = markForeignScenario(state, index);
  if (scenario !== -1) return scenario;
  const grouped = markGrouped(state, index);
  if (grouped !== -1) return grouped;
  const inside = markWrapper(state, index);
  if (inside !== -1) return inside;
  const alone = state.cursor.isFirst(index) ? markArrowAlone(state, index) : -1;
  if (alone !== -1) return alone;
  const target = markWordBeforeTarget(state, index);
  if (target !== -1) return target;
  const text = markBareText(state, index);
  if (text !== -1) return text;
  const started = markPlainStart(state, index);
  if (started !== -1) return started;
  if (!beginsStatement(state, index)) return state.take(index);
  return mendStatement(state, index);
}

/** Declarations and arrows that other languages hold together in braces. */
function markGrouped(state: MarkState, index: number): number {
  if (!state.cursor.isFirst(index)) return -1;
  if (state.block === "journey") return markArrowsOfJourney(state, index);
  return state.block === "file" ? Math.max(markGroupedParams(state, index), markResourceInBraces(state, index)) : -1;
}

/** What whole text consists of: `key:`, `outcome ->`, a keyword. -1 when the word is none of these. */
function markPlainStart(state: MarkState, index: number): number {
  const { cursor } = state;
  const locale = operandWanted(state, index) ? -1 : markForeignLocale(state, index);
  if (locale !== -1) return locale;
  switch (cursor.typeAt(index + 1)) {
    case colon:
      return state.previousType === arrow && !cursor.isFirst(index) ? -1 : markKey(state, index);
    case equals:
      return operandWanted(state, index) || state.block === "file" ? -1 : markEquals(state, index);
    case arrow:
      return valueWanted(state, index) ? -1 : markBeforeArrow(state, index);
    case dot:
      return markDotted(state, index);
    case comma:
      return operandWanted(state, index) ? -1 : markEdge(state, index);
    default: {
      if (operandWanted(state, index) || state.typeOf(index) !== name) return -1;
      const keyword = findKeyword(state, index);
      return keyword === undefined ? -1 : markKeyword(state, keyword, index);
    }
  }
}

/** `outcome ->`, unless the line ends with `{`, which no edge does. */
function markBeforeArrow(state: MarkState, index: number): number {
  if (state.block === "file" || !state.cursor.isWord(index + 2) || state.cursor.typeAt(index + 3) === lBrace) {
    const mended = mendHeader(state, index);
    if (mended !== -1) return mended;
  }
  return beginEdge(state, index, index + 1);
}

function markEdge(state: MarkState, index: number): number {
  const found = findArrow(state, index);
  if (found === -1 && state.cursor.isFirst(index)) state.arrowColon = findColonForArrow(state, index);
  if (found === -1 && state.arrowColon > index) return beginEdge(state, index, state.arrowColon);
  const arrowIndex = found === -1 && state.block !== "file" ? findArrowBelow(state, index) : found;
  return arrowIndex === -1 ? -1 : beginEdge(state, index, arrowIndex);
}

/** `key = value`, and `outcome = Target`. */
function markEquals(state: MarkState, index: number): number {
  const { cursor } = state;
  if (!isStart(state, index) || state.tokens.endAt(index + 1) === -1) return -1;
  if (/^(?:depends_?on|needs|after|before)$/i.test(cursor.imageAt(index))) return markDependence(state, index);
  const value = cursor.imageAt(index + 2);
  const namesScript = cursor.imageAt(index) === "script" && state.tokens.text.includes(`script ${value}`);
  const leads = cursor.isDeclared(value) && cursor.typeAt(index + 3) === -1 && !namesScript;
  const keyword = declarationKeywords.get(cursor.imageAt(index));
  if (keyword?.places.includes(state.block)) {
    const isHeader = keyword.shape === "braced" && cursor.typeAt(index + 2) === lBrace;
    return isHeader ? markKeyword(state, keyword, index) : -1;
  }
  if (leads) state.foreign(index + 1, index + 1, "->");
  else state.foreignMark(index + 1, ":");
  state.take(index, leads ? tokens.OutcomeStart : tokens.KeyStart);
  state.replace(leads ? tokens.Arrow : tokens.Colon, index + 1, index + 1);
  return index + 2;
}

/** `depends_on = [Check]` of Terraform: what comes after what, arrows say. */
function markDependence(state: MarkState, index: number): number {
  const { start, end } = state.rangeOf(index);
  const args = { expected: "a property or an arrow", found: `"${state.cursor.imageAt(index)}"` };
  const help = "Remove it: only arrows lead to nodes. Write `outcome -> Node` in the node before.";
  state.problems.report("syntax-error", start, end, args, { help });
  return state.nextLine(index);
}

function isStart(state: MarkState, index: number): boolean {
  return state.cursor.isFirst(index) || beginsStatement(state, index);
}

/** `-> journey Profile`: a target is a name alone. */
function markWordBeforeTarget(state: MarkState, index: number): number {
  const { cursor } = state;
  const isLed = state.previousType === arrow && !cursor.isFirst(index) && cursor.isWord(index + 1);
  if (
    !isLed ||
    cursor.typeAt(index + 2) !== -1 ||
    !/^(?:node|page|journey|step|goto|to|return|call|run|go|jump|then|do|next)$/.test(cursor.imageAt(index))
  )
    return -1;
  const range = { start: state.tokens.startAt(index), end: state.tokens.startAt(index + 1) };
  state.superfluous(index, "the name of a node", `Write \`${cursor.imageAt(index + 1)}\` alone.`, { range, text: "" });
  return state.take(index + 1);
}

/** In words; a longer one is no mistake but another file. */
export const longestText = 300;

/** `description: For those who ask`: the words of a text that lacks its quotes are one, as the binder says. */
function markBareText(state: MarkState, index: number): number {
  const { cursor } = state;
  if (state.previousType !== colon || cursor.isFirst(index) || state.typeOf(index) !== name) return -1;
  let end = index + 1;
  while (!cursor.isFirst(end) && end < index + longestText) end++;
  if (end === index + 1 || !cursor.isFirst(end) || !endsAText(state.tokens, index, end)) return -1;
  state.replace(tokens.NameToken, index, end - 1);
  return end;
}

/** `key:`, unless it is `Name: Type {`, a node without its keyword. */
function markKey(state: MarkState, index: number): number {
  const { cursor } = state;
  const isTyped = cursor.typeAt(index + 2) === name && cursor.typeAt(index + 3) === equals;
  if (isTyped && state.block !== "file" && !isWithinWord(state.tokens, index + 3)) {
    const range = { start: state.tokens.endAt(index), end: state.tokens.endAt(index + 3) };
    state.superfluous(index + 2, "a value", "Remove it: a property has the kind of its value.", { range, text: ":" });
    state.take(index, tokens.KeyStart);
    state.take(index + 1);
    return index + 4;
  }
  const header = markColonBehindKeyword(state, index);
  if (header !== -1) return header;
  const object = markIndentedObject(state, index);
  if (object !== -1) return object;
  const keywordHere = declarationKeywords.get(cursor.imageAt(index));
  // `raw: {` in a page is a whole property: words are keywords only where their declaration can stand.
  if (keywordHere?.places.includes(state.block) || (keywordHere !== undefined && cursor.typeAt(index + 2) !== lBrace)) {
    const mended = mendHeader(state, index);
    if (mended !== -1) return mended;
  }
  if (cursor.typeAt(index + 2) === arrow && cursor.isWord(index + 3)) {
    const range = { start: state.tokens.endAt(index), end: state.tokens.endAt(index + 1) };
    state.superfluous(index + 1, "`->`", "Remove it: the arrow follows at once.", { range, text: "" });
    state.edgeEnd = index + 2;
    state.take(index, tokens.OutcomeStart);
    return index + 2;
  }
  let type = index + 2;
  while (cursor.typeAt(type) === name && cursor.typeAt(type + 1) === name) type++;
  const after = cursor.typeAt(type + 1);
  const isNode =
    cursor.isWord(type) &&
    (after === lBrace || after === at || (after === string && cursor.typeAt(type + 2) === lBrace));
  if (!isNode) return state.take(index, tokens.KeyStart);
  const keyword = declarationKeywords.get("node");
  if (keyword === undefined) return state.take(index, tokens.KeyStart);
  if (cursor.imageAt(index) === "node") return markKeyword(state, keyword, index);
  const behind = markKeywordBehindColon(state, keyword.type, index);
  if (behind !== -1) {
    state.begin(keyword);
    return behind;
  }
  return markGuess(state, keyword, true, index);
}

/** `require: A before B`, `journey: Login {`: a keyword needs no colon. */
function markColonBehindKeyword(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const keyword = declarationKeywords.get(cursor.imageAt(index));
  if (!keyword?.places.includes(state.block) || cursor.typeAt(index + 2) !== name) return -1;
  const next = cursor.typeAt(index + 3);
  const isHeader = keyword.shape === "named" && next === lBrace;
  const isRule = keyword.shape === "rule" && (next === dot || /^(?:before|after)$/.test(cursor.imageAt(index + 3)));
  if (!isHeader && !isRule) return -1;
  const range = { start: all.endAt(index), end: all.endAt(index + 1) };
  state.superfluous(index + 1, "a name", "Remove it: the name follows at once.", { range, text: "" });
  state.take(index, keyword.type);
  state.begin(keyword);
  return index + 2;
}

/** `Name: node Type {`: the keyword stands first. -1 where another line stands here. */
function markKeywordBehindColon(state: MarkState, keyword: TokenType, index: number): number {
  const { cursor, tokens: all } = state;
  if (cursor.imageAt(index + 2) !== "node" || cursor.typeAt(index + 3) !== name) return -1;
  const right = `node ${cursor.imageAt(index)}: ${cursor.imageAt(index + 3)}`;
  const range = { start: all.startAt(index), end: all.endAt(index + 3) };
  state.superfluous(index, "`node` before the name", `Write \`${right}\`.`, { range, text: right });
  state.insert(keyword, index);
  state.take(index);
  state.take(index + 1);
  return state.take(index + 3);
}

/** `key.locale:` or `Inner.outcome ->`. */
function markDotted(state: MarkState, index: number): number {
  const { cursor } = state;
  const hasSecond = cursor.isWord(index + 2);
  const after = cursor.typeAt(hasSecond ? index + 3 : index + 2);
  if (after === equals && hasSecond && isStart(state, index)) {
    state.foreignMark(index + 3, ":");
    state.take(index, tokens.KeyStart);
    state.take(index + 1);
    state.take(index + 2);
    state.replace(tokens.Colon, index + 3, index + 3);
    return index + 4;
  }
  if (after === colon) {
    let next = state.take(index, tokens.KeyStart);
    next = state.take(next);
    return hasSecond ? state.take(next) : next;
  }
  return operandWanted(state, index) ? -1 : markEdge(state, index);
}

/** Whether the token before, on the same line, asks for a value, a target or the like. */
function operandWanted(state: MarkState, index: number): boolean {
  return !state.cursor.isFirst(index) && isOperator(state.previousType);
}

/** As before, of a value or a target: in `-> A -> B` the `A` is no outcome. */
function valueWanted(state: MarkState, index: number): boolean {
  return operandWanted(state, index) && state.previousType !== comma && state.previousType !== dot;
}

function isOperator(type: number): boolean {
  return type === colon || type === arrow || type === comma || type === dot || type === at || type === equals;
}

/** Being first on its line tells a statement from a value, unless the line before lacks its value. */
function beginsStatement(state: MarkState, index: number): boolean {
  const previous = state.previousType;
  if (state.cursor.isFirst(index)) return !isOperator(previous);
  return previous === lBrace || previous === rBrace || previous === -1;
}

/** A statement that is not whole: finds out what was meant and puts in what is missing. */
function mendStatement(state: MarkState, index: number): number {
  const { cursor } = state;
  const foreign = markForeignDeclaration(state, index);
  if (foreign !== -1) return foreign;
  const rule = markForeignRule(state, index);
  if (rule !== -1) return rule;
  const start = markStartWords(state, index);
  if (start !== -1) return start;
  const left = markLeftover(state, index);
  if (left !== -1) return left;
  const typed = markTypedKey(state, index);
  if (typed !== -1) return typed;
  const condition = markCondition(state, index);
  if (condition !== -1) return condition;
  const step = markStrayStep(state, index);
  if (step !== -1) return step;
  const swapped = markSwappedHeader(state, index);
  if (swapped !== -1) return swapped;
  const mended = mendHeader(state, index);
  if (mended !== -1) return mended;
  const guess = guessKeyword(cursor.shapeAt(index), cursor.imageAt(index), state.block);
  if (state.block !== "properties") {
    const arrowIndex = findArrow(state, index);
    if (arrowIndex !== -1) {
      const outcome = skipLeadingWord(state, index);
      return outcome === -1 ? beginEdge(state, index, arrowIndex) : outcome;
    }
    // Before the search for a target: a rule ends with one, too, but has no arrow before it.
    if (guess?.keyword.shape === "rule") return markGuess(state, guess.keyword, guess.missing, index);
    const word = findArrowWord(state, index);
    if (word !== -1) {
      const outcome = skipLeadingWord(state, index, word);
      state.arrowWord = word;
      return beginEdge(state, outcome === -1 ? index : outcome, word + 1);
    }
    if (isTargetAlone(state, index)) {
      const { start } = state.rangeOf(index);
      const edit = { range: { start, end: start }, text: "-> " };
      state.superfluous(index, "`->` before the target", `Write \`-> ${cursor.imageAt(index)}\`.`, edit);
      state.insert(tokens.Arrow, index);
      return state.take(index);
    }
    const target = findTargetWithoutArrow(state, index);
    if (target !== -1) {
      state.arrowBefore = target;
      return beginEdge(state, index, target + 1);
    }
  }
  if (guess !== undefined) return markGuess(state, guess.keyword, guess.missing, index);
  if (state.typeOf(index) !== name) return state.take(index);
  const led = markLedOutcome(state, index);
  if (led !== -1) return led;
  const position = markPosition(state, index);
  if (position !== -1) return position;
  const words = markKeyOfWords(state, index);
  if (words !== -1) return words;
  if (cursor.isWord(index + 1) && cursor.typeAt(index + 2) === colon) return state.take(index);
  const bare = markBareType(state, index);
  if (bare !== -1) return bare;
  let next = state.take(index, tokens.KeyStart);
  // `pageHeader.en "Welcome"`
  if (cursor.typeAt(next) === dot && cursor.typeAt(next + 1) === name) next = state.take(state.take(next));
  if (beginsValue(cursor.typeAt(next))) {
    const isWhole = state.block !== "file" && (cursor.typeAt(next + 1) === -1 || cursor.typeAt(next) !== name);
    state.missing("`:` after the name of a property", next, isWhole ? ":" : undefined);
    state.insert(tokens.Colon, next);
  }
  return next;
}

/** `start node Ask` and `start at Ask`. -1 for other statements. */
function markStartWords(state: MarkState, index: number): number {
  const { cursor } = state;
  const isStart = state.block === "journey" && cursor.imageAt(index) === "start" && cursor.isFirst(index);
  const isLed = /^(?:node|page|at|with|from|in|on|state|by|to)$/.test(cursor.imageAt(index + 1));
  if (!isStart || !isLed || !cursor.isWord(index + 2) || cursor.typeAt(index + 3) !== -1) return -1;
  if (!cursor.isDeclared(cursor.imageAt(index + 2))) return -1;
  state.foreign(index + 1, index + 1, "->");
  state.take(index, tokens.OutcomeStart);
  state.replace(tokens.Arrow, index + 1, index + 1);
  return state.take(index + 2);
}

/** `given user { … }` and `stub Check -> true` outside of a scenario, where no edge can stand either. */
function markStrayStep(state: MarkState, index: number): number {
  const { block, cursor } = state;
  const keyword = stepKeywords.get(cursor.imageAt(index));
  const isStep = keyword !== undefined && cursor.isFirst(index) && cursor.isWord(index + 1);
  return isStep && (block === "file" || block === "journey") ? markKeyword(state, keyword, index) : -1;
}

/** `layout 120, 60`, `layout { … }` and `raw { … }` in a node: they stand in the journey. */
function markPosition(state: MarkState, index: number): number {
  const { cursor } = state;
  const next = cursor.typeAt(index + 1);
  const word = cursor.imageAt(index);
  if ((state.block !== "node" && state.block !== "page") || (word !== "layout" && word !== "raw")) return -1;
  if (next !== lBrace && (next !== number || word === "raw")) return -1;
  const { start, end } = state.rangeOf(index);
  const help =
    word === "raw"
      ? "The journey has `raw { … }`, with the names of nodes as keys: `raw { nodes: { Name: { … } } }`."
      : "The journey has one `layout { … }`, with a line `Name x, y` for each node.";
  const where = `in a ${state.block}`;
  state.problems.report("misplaced-statement", start, end, { what: `\`${word}\``, where }, { help });
  let depth = 0;
  let at = index + 1;
  for (; at < state.tokens.length && (depth > 0 || !cursor.isFirst(at)); at++) {
    const type = state.typeOf(at);
    if (type === lBrace) depth++;
    else if (type === rBrace && --depth < 0) break;
  }
  return at;
}

/** `on low: Next`: an outcome behind a word that stands before it elsewhere. */
function markLedOutcome(state: MarkState, index: number): number {
  const { cursor } = state;
  const isLed = isLeadingWord(cursor.imageAt(index)) && cursor.isWord(index + 1) && cursor.typeAt(index + 2) === colon;
  if (!isLed || !cursor.isWord(index + 3) || !cursor.isDeclared(cursor.imageAt(index + 3))) return -1;
  state.foreign(index, index + 3, `${cursor.imageAt(index + 1)} -> ${cursor.imageAt(index + 3)}`);
  state.take(index + 1, tokens.OutcomeStart);
  state.replace(tokens.Arrow, index + 2, index + 2);
  return state.take(index + 3);
}

/** The name of a node alone on its line in another one. */
function isTargetAlone({ cursor, block }: MarkState, index: number): boolean {
  const next = cursor.typeAt(index + 1);
  if ((block !== "node" && block !== "page") || (next !== -1 && next !== rBrace)) return false;
  return cursor.isFirst(index) && cursor.isDeclared(cursor.imageAt(index));
}

/** `Retry Limit: 3`, as the admin console calls a property. */
function markKeyOfWords(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index;
  while (cursor.typeAt(end) === name || (end === index && state.typeOf(end) === name)) end++;
  const isKey =
    end - index >= 2 && end - index <= 6 && cursor.typeAt(end) === colon && beginsValue(cursor.typeAt(end + 1));
  if (!isKey || state.block === "file") return -1;
  const words = Array.from({ length: end - index }, (_, at) => cursor.imageAt(index + at));
  if (new Set(words).size < words.length) return -1;
  const args = { expected: "a property of one word", found: `"${words.join(" ")}"` };
  const help = words.length > 3 ? "A comment begins with `//`." : "Write the name of the property without blanks.";
  state.problems.report("syntax-error", all.startAt(index), all.endAt(end - 1), args, { help });
  state.replace(tokens.KeyStart, index, end - 1);
  return end;
}

/** A type that stands alone in a page: types begin with a capital, properties do not. */
function markBareType(state: MarkState, index: number): number {
  const { cursor } = state;
  const next = cursor.typeAt(index + 1);
  const keyword = declarationKeywords.get("node");
  const word = cursor.imageAt(index);
  if (state.block !== "page" || !/^\p{Lu}/u.test(word) || (next !== -1 && next !== lBrace) || keyword === undefined)
    return -1;
  const { start, end } = state.rangeOf(index);
  const args = { expected: "`node` and a name before the type", found: `"${word}"` };
  state.problems.report("syntax-error", start, end, args, { help: `Write \`node Name: ${word}\`.` });
  state.insert(keyword.type, index);
  state.begin(keyword);
  state.take(index);
  state.insert(tokens.Colon, index + 1);
  return state.take(index);
}

/** Whether a token of this type can begin a value. */
export function beginsValue(type: number): boolean {
  return type === name || type === string || type === number || type === lBrace || type === lBracket;
}
