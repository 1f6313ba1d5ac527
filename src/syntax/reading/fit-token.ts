import { declarationKeywords, stepKeywords } from "../keywords.js";
import { isName } from "../match-word.js";
import { nearOrBegun } from "../near-word.js";
import { typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import type { Arc } from "./form-net.js";
import type { LineTokens } from "./line-tokens.js";

const name = typeIndex(t.NameToken);
const string = typeIndex(t.StringLiteral);
const number = typeIndex(t.NumberLiteral);
const textBlock = typeIndex(t.TextBlock);
const duration = typeIndex(t.DurationLiteral);
const arrow = typeIndex(t.Arrow);
const colon = typeIndex(t.Colon);
const comma = typeIndex(t.Comma);
const dot = typeIndex(t.Dot);
const at = typeIndex(t.At);
const equals = typeIndex(t.Equals);
const lBrace = typeIndex(t.LBrace);
const lBracket = typeIndex(t.LBracket);
const bad = typeIndex(t.BadCharacters);
const foreignArrow = typeIndex(t.ForeignArrow);

/** A way to take tokens as what a place of a form holds. */
export interface Fit {
  readonly next: number;
  readonly cost: number;
  /** What should be written for them; `undefined` where they are right as they are. */
  readonly text?: string;
  /** The type in the output, where it is another than the arc's. */
  readonly type?: number;
  /** The binder says more of it than can be said here. */
  readonly isSilent?: true;
  /** A misspelt or unknown keyword. */
  readonly isKeyword?: true;
  /** Something else is likely to be wrong here. */
  readonly isDoubtful?: true;
  /** What was written holds nothing that is not in `text`. */
  readonly isClear?: true;
}

const arrowWords = /^(?:go ?to|to|then|leads|next|returns?|goes|do|does|jump|transition)$/i;
const colonWords = /^(?:as|is|of|type|a|an|extends|implements|equals|be|has|set)$/i;
const commaWords = /^(?:and|or|plus)$/i;
const leading =
  /^(?:if|on|when|case|unless|new|const|let|var|def|val|public|static|async|the|this|self|nodes?|pages?|journey|steps?|in|for|with|export)$/i;

/** Whether a word means nothing by itself in most languages: one that is left out changes nothing. */
export function isFiller(image: string): boolean {
  return leading.test(image) || arrowWords.test(image) || colonWords.test(image) || commaWords.test(image);
}

/** What it costs to leave out a token: what stands further behind is rather too much. */
export function costOfDropping(line: LineTokens, index: number): number {
  return costOfToken(line, index) + (0.1 * (line.end - index)) / (line.end - line.start);
}

function costOfToken(line: LineTokens, index: number): number {
  if (line.opensBlock(index)) return Number.POSITIVE_INFINITY;
  const type = line.typeAt(index);
  if (line.isDoubled(index)) return 0.4;
  switch (type) {
    case bad:
      return 0.7;
    case name: {
      const image = line.imageAt(index);
      if (isKeyword(image) || separators.test(image)) return 1.5;
      return isFiller(image) || line.isPageType(index) ? 0.6 : image.length === 1 ? 1.2 : 2.5;
    }
    case string:
    case textBlock:
    case duration:
      return 3;
    case number:
      return 2.5;
    case arrow:
    case foreignArrow:
      return 2;
    case colon:
      return 1.4;
    default:
      return 1;
  }
}

/** What stands for a mark elsewhere. */
type CostOfMark = (type: number, image: string) => number | undefined;

const meantMarks: ReadonlyMap<number, CostOfMark> = new Map<number, CostOfMark>([
  [
    arrow,
    (type: number, image: string) => {
      if (type === foreignArrow) return 0.3;
      if (type === bad && image === "|") return 1.6;
      if (type === bad && /^(?:[-=~<>?!|:–—−←⇐»]+)$/u.test(image)) return 0.8;
      if (type === equals || type === colon) return 1;
      return type === name && arrowWords.test(image) ? 0.8 : undefined;
    },
  ],
  [
    colon,
    (type: number, image: string) => {
      if (type === equals) return 0.8;
      if (type === bad && /^(?:[:=]+|[;；(（])$/.test(image)) return 0.8;
      if (type === arrow || type === foreignArrow) return 1.8;
      if (type === comma) return 1.2;
      return type === name && colonWords.test(image) ? 0.9 : undefined;
    },
  ],
  [
    comma,
    (type: number, image: string) => {
      if (type === bad && /^[;；|&/+、]+$/.test(image)) return 0.7;
      return type === name && commaWords.test(image) ? 0.8 : undefined;
    },
  ],
  [
    equals,
    (type: number, image: string) => {
      if (type === colon || type === foreignArrow) return 0.8;
      if (type === arrow) return 1;
      if (type === bad && /^[:=]+$/.test(image)) return 0.8;
      return type === name && colonWords.test(image) ? 0.9 : undefined;
    },
  ],
  [
    dot,
    (type: number, image: string) => {
      if (type === colon || type === lBracket || type === at) return 0.9;
      if (type === arrow) return 2;
      return type === bad && /^[#/(:]+$/.test(image) ? 0.9 : undefined;
    },
  ],
]);

/** The ways in which the tokens from `index` on can stand at a place. */
export function fitsOf(arc: Arc, line: LineTokens, index: number): readonly Fit[] {
  if (arc.isOnlyMeant || index >= line.end) return none;
  if (arc.slot === undefined) return fitMark(arc, line, index);
  if (arc.slot === "word" && arc.text !== "") return fitWord(arc, line, index);
  return fitSlot(arc, line, index);
}

const none: readonly Fit[] = [];

/** What a message calls the dot between a node and its outcome in a rule. */
export const ofReference = "`.` before an outcome";

function fitMark(arc: Arc, line: LineTokens, index: number): readonly Fit[] {
  const type = line.typeAt(index);
  // Outcomes over several lines: the arrow stands on the line of the last one.
  if (type === arc.type && type === arrow && index > line.start && line.cursor.isFirst(index))
    return [{ next: index + 1, cost: 0.5, text: "->", isClear: true }];
  // What stands in the braces of a body are statements of their own.
  if (type === lBrace && arc.type === lBrace) return [{ next: line.end, cost: costOfBody(arc.what, line, index) }];
  const exact: Fit = { next: index + 1, cost: 0 };
  if (type === arc.type && type === colon && line.typeAt(index + 1) === equals)
    return [exact, { next: index + 2, cost: 0.5, text: ":", isClear: true }];
  if (type === arc.type) return [exact];
  const image = line.imageAt(index);
  // Two characters that the lexer takes apart: `- >`, `: =`.
  const pair = image + line.imageAt(index + 1);
  const isPair = /^(?:- ?>|:=|=:|::|<-|==)$/.test(pair) && line.typeAt(index + 1) !== name;
  const cost =
    arc.type === dot && type === arrow && arc.what !== ofReference
      ? undefined
      : meantMarks.get(arc.type)?.(type, image);
  const fits: Fit[] = cost === undefined ? [] : [{ next: index + 1, cost, text: arc.text, isClear: true }];
  const ofPair = isPair ? meantMarks.get(arc.type)?.(bad, pair) : undefined;
  if (ofPair !== undefined) fits.push({ next: index + 2, cost: ofPair, text: arc.text, isClear: true });
  return fits;
}

/** What speaks against a block as the body of a declaration: pages hold nodes, and nodes do not. */
function costOfBody(what: string, line: LineTokens, open: number): number {
  if ((what === bodyOfScenario) !== line.holdsSteps(open)) return 3;
  if ((what === bodyOfLayout) !== (line.holdsPositions(open) && !line.holdsSteps(open))) return 2;
  if (what === bodyOfPage) return line.holdsNode(open) ? 0 : 1.5;
  if (what === bodyOfSettings) return line.holdsArrow(open) ? 3 : 0;
  return what === bodyOfNode && line.holdsNode(open) ? 2 : 0;
}

/** What a message calls the brace of a scenario. */
export const bodyOfScenario = "`{` of a scenario";
/** What a message calls the brace of a layout. */
export const bodyOfLayout = "`{` of a layout";
/** What a message calls the brace of a page. */
export const bodyOfPage = "`{` of a page";
/** What a message calls a brace in which no arrow can stand. */
export const bodyOfSettings = "`{` and settings";
/** What a message calls the brace of a node. */
export const bodyOfNode = "`{` of a node";

/** The words of scenarios in other tools. */
const stepWords: ReadonlyMap<string, string> = new Map([
  ...["when", "answer", "enter", "fill", "send", "post"].map((word) => [word, "submit"] as const),
  ...["then", "assert", "should", "verify"].map((word) => [word, "expect"] as const),
  ...["mock", "fake"].map((word) => [word, "stub"] as const),
  ...["sleep", "delay", "pause"].map((word) => [word, "wait"] as const),
  ...["setup", "background", "with"].map((word) => [word, "given"] as const),
]);

const entryWord =
  /^(?:begin|entry|entry_?point|entry_?node(?:_?id)?|initial|init|first|root|main|startat|start_?node)$/i;

/** Whether a word begins declarations or steps. */
export function isKeyword(image: string): boolean {
  return declarationKeywords.has(image) || stepKeywords.has(image);
}

/** The words of other languages for a script. */
const meansScript = /^(?:function|func|fn|def|code|lambda)$/i;

/** What stands between the two parts of a declaration. */
const separators = /^(?:before|after|of|from)$/;

function fitWord(arc: Arc, line: LineTokens, index: number): readonly Fit[] {
  const isMark = [bad, foreignArrow, arrow, colon, equals, comma].includes(line.typeAt(index));
  if (isMark && separators.test(arc.text)) return [{ next: index + 1, cost: 1.2, text: arc.text, isClear: true }];
  if (!line.isName(index)) return none;
  const image = line.imageAt(index);
  const next = index + 1;
  const { text } = arc;
  if (image === text) return [{ next, cost: 0 }];
  const wrong = (cost: number): Fit => ({ next, cost, text, isKeyword: true, isClear: true });
  // The parser itself tells what is near `start`.
  if (text === "start") {
    const isMeant = entryWord.test(image) || nearOrBegun(image, ["start"]) !== undefined;
    return isMeant ? [{ next, cost: 0.6, isSilent: true }] : none;
  }
  const lower = image.toLowerCase();
  if (lower === text) return [wrong(0.3)];
  if (separators.test(image) && separators.test(text)) return [wrong(0.6)];
  // Elsewhere, what the parts of a whole are is called resource.
  if (image === "resource" && text === "node") return [wrong(2)];
  if (text === "script" && meansScript.test(image)) return [wrong(0.6)];
  if (text === "page" && image === "node" && line.namesPage) return [wrong(0.6)];
  if (stepWords.get(lower) === text || (image.length > 1 && nearOrBegun(lower, [text]) !== undefined))
    return [wrong(0.6)];
  return [{ ...wrong(line.cursor.isDeclared(image) || isKeyword(image) ? 4.5 : 2) }];
}

function fitSlot(arc: Arc, line: LineTokens, index: number): readonly Fit[] {
  const type = line.typeAt(index);
  const next = index + 1;
  switch (arc.slot) {
    case "name":
      return fitName(line, index, false);
    case "title-name":
      return fitName(line, index, true);
    case "type":
      return fitType(line, index);
    case "target":
      return fitTarget(line, index);
    case "outcome":
      return fitOutcome(line, index);
    case "key":
      return fitKey(line, index);
    case "part":
      return type === name || type === string ? [{ next, cost: 0 }] : none;
    case "locale":
      if (type !== name && type !== string) return none;
      return [{ next, cost: /^"?[a-z]{2}(?:[-_][A-Za-z]{2,4})?"?$/.test(line.imageAt(index)) ? 0 : 2.5 }];
    case "word":
      return type === name
        ? [{ next, cost: isKeyword(line.imageAt(index)) ? 3 : 0 }]
        : type === string
          ? [unquoted(line, index)]
          : none;
    case "title":
    case "quoted":
      return type === string ? [{ next, cost: 0 }] : none;
    case "text":
      return fitText(line, index);
    case "number":
      return type === number ? [{ next, cost: 0 }] : none;
    case "duration":
      return fitDuration(line, index);
    case "object":
      return type === lBrace && line.behindGroup(index) !== -1 ? [{ next: line.behindGroup(index), cost: 0 }] : none;
    case "list":
      return type === lBracket && line.behindGroup(index) !== -1 ? [{ next: line.behindGroup(index), cost: 0 }] : none;
    case "value":
    case "item":
      return fitValue(line, index, arc.slot === "value");
    default:
      return none;
  }
}

function unquoted(line: LineTokens, index: number): Fit {
  const text = line.imageAt(index).slice(1, -1);
  return { next: index + 1, cost: 0.8, text, type: name, isClear: true };
}

/** The words of one name, as far as they go. */
function wordsEnd(line: LineTokens, index: number): number {
  let end = index;
  while (line.isName(end)) end++;
  return end;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function joined(line: LineTokens, index: number, end: number): string {
  return Array.from({ length: end - index }, (_, each) => capital(line.imageAt(index + each))).join("");
}

function costOfQuotedName(line: LineTokens, index: number): number {
  const image = line.imageAt(index);
  if (/[/.]/.test(image)) return 2;
  return line.cursor.isTarget(image.slice(1, -1)) ? 0.3 : 0.6;
}

function fitName(line: LineTokens, index: number, mayBeWords: boolean): readonly Fit[] {
  const type = line.typeAt(index);
  // The grammar tells of the quotes.
  if (type === string) {
    const cost = costOfQuotedName(line, index);
    const text = line.imageAt(index).slice(1, -1);
    return [{ next: index + 1, cost, type: name, ...(isName(text) ? { text, isClear: true } : { isSilent: true }) }];
  }
  if (type !== name) return none;
  const image = line.imageAt(index);
  const isTarget = line.cursor.isTarget(image);
  const fits: Fit[] = [{ next: index + 1, cost: isTarget ? 0 : isKeyword(image) && index === line.start ? 3 : 0.2 }];
  const end = wordsEnd(line, index);
  if (mayBeWords && end > index + 1 && end - index < 6 && !isKeyword(image)) {
    const text = joined(line, index, end);
    fits.push({ next: end, cost: 1.5, text, ...(line.cursor.isTarget(text) ? { isClear: true } : {}) });
  }
  return fits;
}

function fitType(line: LineTokens, index: number): readonly Fit[] {
  if (line.namesPage) return none;
  const type = line.typeAt(index);
  if (type === string)
    return [{ next: index + 1, cost: line.cursor.isTarget(line.imageAt(index).slice(1, -1)) ? 1.5 : 0 }];
  if (type !== name) return none;
  const image = line.imageAt(index);
  const isNode = line.cursor.isTarget(image) && line.imageAt(index - 2) !== image;
  const fits: Fit[] = [{ next: index + 1, cost: isNode ? 1.5 : isKeyword(image) ? 3 : 0 }];
  let end = wordsEnd(line, index);
  while (line.typeAt(end) === dot && line.isName(end + 1)) end = wordsEnd(line, end + 1);
  // A name of the admin console or of a class: the binder says which type is meant.
  if (end > index + 1 && !isKeyword(image) && (end === line.end || line.typeAt(end) === lBrace || line.isString(end)))
    fits.push({ next: end, cost: 0.9, isSilent: true, type: name });
  return fits;
}

function fitTarget(line: LineTokens, index: number): readonly Fit[] {
  const type = line.typeAt(index);
  if (type === string)
    return [{ next: index + 1, cost: line.cursor.isDeclared(line.imageAt(index).slice(1, -1)) ? 0.1 : 2 }];
  if (type !== name) return none;
  const image = line.imageAt(index);
  const { cursor } = line;
  const cost = cursor.isDeclared(image) ? 0 : cursor.isNearDeclared(image) ? 0.3 : 1.6;
  const fits: Fit[] = [{ next: index + 1, cost }];
  const end = wordsEnd(line, index);
  if (end > index + 1) {
    const text = joined(line, index, end);
    if (cursor.isDeclared(text)) fits.push({ next: end, cost: 0.6, text, isClear: true });
  }
  return fits;
}

function fitOutcome(line: LineTokens, index: number): readonly Fit[] {
  const type = line.typeAt(index);
  if (type === string) return [{ next: index + 1, cost: 0 }];
  if (type === number) return [{ next: index + 1, cost: 0.8, text: `"${line.imageAt(index)}"`, type: name }];
  if (type !== name) return none;
  const isNode = line.cursor.isDeclared(line.imageAt(index));
  const isStatement = index === line.start && isKeyword(line.imageAt(index)) && line.isName(index + 1);
  const cost = isStatement ? 3.5 : isNode ? 0.8 : 0;
  const fits: Fit[] = [cost === 0 ? { next: index + 1, cost } : { next: index + 1, cost, isDoubtful: true }];
  const end = wordsEnd(line, index);
  for (let behind = index + 2; behind <= end; behind++) {
    const text = `"${line.tokens.text.slice(line.tokens.startAt(index), line.tokens.endAt(behind - 1))}"`;
    if (line.tokens.text.includes(text)) fits.push({ next: behind, cost: 0.4, text, type: string, isClear: true });
  }
  return fits;
}

function fitKey(line: LineTokens, index: number): readonly Fit[] {
  const type = line.typeAt(index);
  if (type === string) return [{ next: index + 1, cost: 0 }];
  if (type !== name) return none;
  const image = line.imageAt(index);
  const following = line.typeAt(index + 1);
  const isFollowed = following === colon || following === dot || following === equals;
  const cost = isKeyword(image) ? (isFollowed ? 1 : 1.5) : line.cursor.isDeclared(image) ? 0.8 : 0;
  const fits: Fit[] = [{ next: index + 1, cost }];
  const end = wordsEnd(line, index);
  if (end > index + 1 && end - index < 6 && line.typeAt(end) === colon && !isKeyword(image)) {
    const words = joined(line, index, end);
    const text = words.charAt(0).toLowerCase() + words.slice(1);
    const isDoubled = image === line.imageAt(index + 1);
    fits.push({ next: end, cost: 1.3, text, ...(isDoubled ? {} : { isClear: true }) });
  }
  return fits;
}

/** What can stand in a text that lacks its quotes. */
const inText: ReadonlySet<number> = new Set([name, number, dot, comma, at, bad, duration]);

function textEnd(line: LineTokens, index: number, withCommas: boolean): number {
  let end = index;
  while (end < line.end && inText.has(line.typeAt(end)) && (withCommas || line.typeAt(end) !== comma)) {
    if (line.typeAt(end) === bad && /[;；()|"]/.test(line.imageAt(end))) break;
    end++;
  }
  return line.typeAt(end - 1) === comma ? index : end;
}

function fitText(line: LineTokens, index: number): readonly Fit[] {
  const type = line.typeAt(index);
  if (type === string) return [{ next: index + 1, cost: 0 }];
  if ((type !== name && type !== number) || separators.test(line.imageAt(index))) return none;
  const fits: Fit[] = [];
  const end = textEnd(line, index, false);
  for (let behind = index + 1; behind <= end; behind++) {
    const text = `"${line.tokens.text.slice(line.tokens.startAt(index), line.tokens.endAt(behind - 1))}"`;
    fits.push({ next: behind, cost: 1, text, type: string, isClear: true });
  }
  return fits;
}

function fitDuration(line: LineTokens, index: number): readonly Fit[] {
  const type = line.typeAt(index);
  const image = line.imageAt(index);
  if (type === duration) return [{ next: index + 1, cost: 0 }];
  if (type === string && /^"(?:\d+[smhd])+"$/.test(image))
    return [{ next: index + 1, cost: 0.5, text: image.slice(1, -1), type: duration, isClear: true }];
  if (type !== number) return none;
  if (!line.isName(index + 1)) return [{ next: index + 1, cost: 0.8, text: `${image}s`, type: duration }];
  const unit = /^(?:s|m|h|d)/i.exec(line.imageAt(index + 1))?.[0];
  if (unit === undefined || !/^\d+$/.test(image) || /^mill|^ms/i.test(line.imageAt(index + 1))) return none;
  return [{ next: index + 2, cost: 0.5, text: `${image}${unit.toLowerCase()}`, type: duration, isClear: true }];
}

function fitValue(line: LineTokens, index: number, isWhole: boolean): readonly Fit[] {
  const type = line.typeAt(index);
  const next = index + 1;
  if (type === lBrace || type === lBracket) {
    const behind = !isWhole && line.opensBlock(index) ? -1 : line.behindGroup(index);
    const cost = behind === -1 ? 0 : costOfGroup(line, index, behind);
    return behind === -1 ? none : [cost < 5 ? { next: behind, cost } : { next: behind, cost, isDoubtful: true }];
  }
  if (type === string || type === number || type === textBlock) {
    const quotes = type === string ? quotesInside(line, index) : undefined;
    return quotes === undefined ? [{ next, cost: 0 }] : [{ next, cost: 0 }, quotes];
  }
  if (type === duration) {
    const text = /^\d+/.exec(line.imageAt(index))?.[0] ?? "0";
    return [{ next, cost: 0.8, text, type: number }];
  }
  // Nothing, as YAML writes it.
  if (type === bad && line.imageAt(index) === "~") return [{ next, cost: 1, text: "absent", type: name }];
  if (type !== name) return none;
  const isNode = line.cursor.isDeclared(line.imageAt(index));
  const fits: Fit[] = [{ next, cost: isNode ? 1.2 : 0.2 }];
  // The words of a text without its quotes are one: the binder knows what the property takes.
  const end = textEnd(line, index, isWhole);
  if (end > next && (end === line.end || !isWhole))
    fits.push({
      next: end,
      cost: (isNode ? 2.3 : 0.5) + (line.typeAt(index - 1) === colon ? 0 : 0.7),
      isSilent: true,
      type: name,
    });
  return fits;
}

/** Whether a block holds what no value does. */
function isBlockOfStatements(line: LineTokens, open: number): boolean {
  return line.holdsPositions(open) || line.holdsArrow(open);
}

/** What speaks against a value in brackets: foreign marks in it, no keys in an object, arrows in a block. */
function costOfGroup(line: LineTokens, open: number, behind: number): number {
  if (line.hasForeign(open, behind)) return 5;
  if (line.opensBlock(open)) return isBlockOfStatements(line, open) ? 6 : 0;
  const isEmpty = behind === open + 2;
  return line.typeAt(open) === lBrace && !isEmpty && !line.has(colon, open, behind) && !line.has(equals, open, behind)
    ? 1.5
    : 0;
}

/** `"Say "hi" now"`: a quote inside of a text. */
function quotesInside(line: LineTokens, index: number): Fit | undefined {
  const { tokens } = line;
  let end = index + 1;
  while (end < line.end && (tokens.typeAt(end) !== string || tokens.endAt(end) === tokens.startAt(end + 1))) end++;
  const isTouched = tokens.endAt(index) === tokens.startAt(index + 1) && tokens.typeAt(index + 1) !== comma;
  if (end >= line.end || !isTouched) return undefined;
  for (let each = index; each <= end; each++) if (line.opensBlock(each)) return undefined;
  const written = tokens.text.slice(tokens.startAt(index), tokens.endAt(end));
  const text = `"${written.slice(1, -1).replace(/(?<!\\)"/g, '\\"')}"`;
  return { next: end + 1, cost: 1, text, type: string, isClear: true };
}
