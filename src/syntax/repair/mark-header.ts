import { helpOnLookAlike } from "../../diagnostics/look-alike.js";
import { type BlockKind, declarationKeywords, type Keyword } from "../keywords.js";
import { isName } from "../match-word.js";
import { keywordText, typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";
import { wholeForms } from "../whole-forms.js";
import { nearOrBegun } from "./guess-keyword.js";
import { findPageType, holdsNodes, markNodeHeader, markVersionWord, nameFromTitle } from "./mark-node-header.js";
import { markLooseRule } from "./mark-rule.js";
import type { MarkState } from "./mark-state.js";
import { resourceWords } from "./resource-line.js";
import { typeNumbers } from "./type-numbers.js";

const { at, colon, dot, equals, lBrace, name, rBrace, string } = typeNumbers;

/** A text without its quotes, in words. */
const longestText = 60;

/**
 * The keyword that begins a declaration at `index`, judged by what follows it. Where the declaration does not belong,
 * more of its shape must be there: `script CheckRisk` in a node is rather a property without its colon.
 */
export function findKeyword(state: MarkState, index: number): Keyword | undefined {
  const keyword = declarationKeywords.get(state.cursor.imageAt(index));
  if (keyword === undefined) return undefined;
  const fits = keyword.places.includes(state.block) ? fitsAtHome : fitsElsewhere;
  return fits(state, keyword, index) ? keyword : undefined;
}

function fitsAtHome(state: MarkState, keyword: Keyword, index: number): boolean {
  const { cursor } = state;
  const next = cursor.typeAt(index + 1);
  switch (keyword.shape) {
    case "named":
      return cursor.isWord(index + 1) || next === at || opensBody(state, index + 1);
    case "scenario":
      return cursor.isWord(index + 1) || opensBody(state, index + 1);
    case "node":
    case "resource":
      return cursor.isWord(index + 1);
    case "extern":
      return next === name;
    case "rule":
      return next === name || (next === string && /^(?:before|after)$/.test(cursor.imageAt(index + 2)));
    case "param":
      return next === name || (next === string && cursor.typeAt(index + 2) === equals);
    case "braced":
      return opensBody(state, index + 1);
    case "step":
      return false;
  }
}

/** A `{` may also stand alone in the next line. */
function opensBody(state: MarkState, index: number): boolean {
  return state.typeOf(index) === lBrace;
}

function fitsElsewhere(state: MarkState, keyword: Keyword, index: number): boolean {
  const { cursor } = state;
  const word = cursor.isWord(index + 1);
  const second = cursor.typeAt(index + 2);
  switch (keyword.shape) {
    case "node":
      return word && second === colon;
    case "named":
      return word && (second === lBrace || second === at || (second === string && cursor.typeAt(index + 3) === lBrace));
    case "scenario":
      return word && cursor.imageAt(index + 2) === "of" && second === name;
    case "resource":
      return word && second === string;
    case "extern":
      return word && cursor.imageAt(index + 1) === "node" && second === name;
    case "param":
      return word && second === equals;
    case "rule":
      return word && /^(?:before|after)$/.test(cursor.imageAt(second === dot ? index + 4 : index + 2));
    case "braced":
    case "step":
      return false;
  }
}

/** Takes a keyword, and skips a second one behind it. */
export function markKeyword(state: MarkState, keyword: Keyword, index: number): number {
  const page = markTypedPage(state, keyword, index);
  if (page !== -1) return page;
  const node = markForeignNode(state, keyword, index);
  if (node !== -1) return node;
  const rule = keyword.shape === "rule" ? markLooseRule(state, keyword, index, index + 1) : -1;
  if (rule !== -1) return rule;
  const next = state.take(index, keyword.type);
  state.begin(keyword);
  if (isDoubled(state, keyword, index)) {
    state.expected("a name", next);
    return next + 1;
  }
  if (keyword.shape === "scenario") {
    const title = markBareTitle(state, next);
    return title === -1 ? next : title;
  }
  if (keyword.shape === "node") return state.cursor.isFirst(next) ? next : markNodeHeader(state, next);
  return keyword.shape === "named" ? markNamedHeader(state, keyword, next) : next;
}

/** `node Ask: PageNode {` and `page Ask: PageNode {`. */
function markTypedPage(state: MarkState, keyword: Keyword, index: number): number {
  const page = declarationKeywords.get("page");
  if (page === undefined || (keyword.text !== "node" && keyword.text !== "page")) return -1;
  if (keyword.text === "node" && state.cursor.typeAt(index + 2) === lBrace && holdsNodes(state, index + 2)) {
    state.foreign(index, index, "page");
    state.take(index, page.type);
    state.begin(page);
    return state.take(index + 1);
  }
  const end = findPageType(state, index + 1);
  if (end === -1) return -1;
  state.foreign(index, end - 1, `page ${state.cursor.imageAt(index + 1)}`);
  state.take(index, page.type);
  state.begin(page);
  state.take(index + 1);
  return end;
}

/** `resource "Type" "Name" {` of Terraform and `resource Name "Type" = {` of Bicep declare a node here. */
function markForeignNode(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor, tokens: all } = state;
  const node = declarationKeywords.get("node");
  if (keyword.text !== "resource" || cursor.typeAt(index + 2) !== string || node === undefined) return -1;
  const first = cursor.typeAt(index + 1);
  if (first === name && resourceWords.test(cursor.imageAt(index + 1))) return -1;
  const hasEquals = cursor.typeAt(index + 3) === equals;
  if ((first !== string && first !== name) || cursor.typeAt(index + (hasEquals ? 4 : 3)) !== lBrace) return -1;
  const [named, typed] = first === string ? [index + 2, index + 1] : [index + 1, index + 2];
  const plain = (at: number) => cursor.imageAt(at).replace(/^"(.*)"$/, "$1");
  const right = `node ${plain(named)}: ${plain(typed)}`;
  const range = { start: all.startAt(index), end: all.endAt(hasEquals ? index + 3 : index + 2) };
  state.superfluous(index, "`node`", `Write \`${right}\`.`, { range, text: right });
  state.take(index, node.type);
  state.begin(node);
  state.take(named, tokens.NameToken);
  state.insert(tokens.Colon, index + 1);
  state.take(typed);
  return index + (hasEquals ? 4 : 3);
}

/** `script Rate "rate.js"`, `script Rate "Title" from "rate.js" {`: the file stands in braces. -1 for another header. */
function markScriptPath(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (state.typeOf(index) !== name) return -1;
  const isMarked = (at: number) =>
    /^(?:from|at|in|file)$/.test(cursor.imageAt(at)) || cursor.typeAt(at) === equals || cursor.typeAt(at) === colon;
  const hasTitle = cursor.typeAt(index + 1) === string && (isMarked(index + 2) || cursor.typeAt(index + 2) === string);
  const mark = hasTitle ? index + 2 : index + 1;
  const path = isMarked(mark) ? mark + 1 : mark;
  const isPath = cursor.typeAt(path) === string && /\.(?:js|mjs|ts|groovy)"$/.test(cursor.imageAt(path));
  const next = cursor.typeAt(path + 1);
  if (!isPath || (next !== -1 && next !== lBrace)) return -1;
  // A script may have the title of a file.
  if (mark === path && !hasTitle && namesFile(state, path + 1)) return -1;
  const head = all.text.slice(all.startAt(index), all.endAt(mark - 1));
  const file = `file: ${cursor.imageAt(path)}`;
  const range = { start: all.endAt(mark - 1), end: all.endAt(path) };
  const isEmpty = next === -1;
  const text = isEmpty ? ` { ${file} }` : "";
  const inside = {
    range: { start: all.endAt(path + 1), end: all.endAt(path + 1) },
    text: `\n${state.indentAt(index)}  ${file}`,
  };
  const edits = isEmpty ? [{ range, text }] : [{ range, text }, inside];
  const help = isEmpty ? `Write \`script ${head}${text}\`.` : `A script names its file in its braces: \`${file}\`.`;
  const args = { expected: "`{`", found: `"${all.text.slice(all.startAt(mark), all.endAt(path))}"` };
  const fixes = [{ title: `Write ${file} in braces`, edits }];
  state.problems.report("syntax-error", all.startAt(mark), all.endAt(path), args, { help, fixes });
  for (let at = index; at < mark; at++) state.take(at);
  if (!isEmpty) return path + 1;
  state.insert(tokens.LBrace, mark);
  state.insert(tokens.RBrace, mark);
  state.header = undefined;
  return path + 1;
}

/** Whether a block, whose brace opens here, has the member `file`. The members of a script hold no braces. */
function namesFile(state: MarkState, brace: number): boolean {
  for (let at = brace + 1; at < state.tokens.length && state.typeOf(at) !== rBrace && state.typeOf(at) !== lBrace; at++)
    if (state.cursor.isFirst(at) && state.tokens.imageAt(at) === "file" && state.typeOf(at + 1) === colon) return true;
  return false;
}

/** A title in the place of a name is taken as one. */
function markNamedHeader(state: MarkState, keyword: Keyword, index: number): number {
  const version = keyword.text === "page" && state.typeOf(index) === name ? markVersionWord(state, index) : -1;
  if (version !== -1) return version;
  const script = keyword.text === "script" ? markScriptPath(state, index) : -1;
  if (script !== -1) return script;
  if (state.cursor.typeAt(index) === string) return state.take(index, tokens.NameToken);
  return markNameOfWords(state, index);
}

/** `journey Staff Login {`: a name is one word, and a title may follow. */
function markNameOfWords(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index;
  while (cursor.typeAt(end) === name && !declarationKeywords.has(cursor.imageAt(end))) end++;
  const after = cursor.typeAt(end);
  const isTitle = /^\p{Lu}/u.test(cursor.imageAt(end - 1));
  if (end - index < 2 || !isTitle || (after !== lBrace && after !== at)) return index;
  const words = Array.from({ length: end - index }, (_, each) => cursor.imageAt(index + each));
  const right = `${nameFromTitle(words.join(" "))} ${JSON.stringify(words.join(" "))}`;
  const args = { expected: "a name of one word", found: `"${words.join(" ")}"` };
  const help = `Write \`${right}\`: the title stands in quotes behind the name.`;
  state.problems.report("syntax-error", all.startAt(index), all.endAt(end - 1), args, { help });
  state.take(index);
  return end;
}

/** `node node A` and `raw raw {`, but not `require node before B`: nodes may be called like keywords. */
function isDoubled(state: MarkState, keyword: Keyword, index: number): boolean {
  const { cursor } = state;
  if (cursor.typeAt(index + 1) !== name || cursor.imageAt(index + 1) !== keyword.text) return false;
  const after = cursor.typeAt(index + 2);
  if (keyword.shape === "braced") return after === lBrace;
  const separator = keyword.shape === "rule" && /^(?:before|after)$/.test(cursor.imageAt(index + 2));
  return (after === name && !separator) || (keyword.shape === "scenario" && after === string);
}

function reportMissingKeyword(state: MarkState, { text }: Keyword, index: number): void {
  const { start } = state.rangeOf(index);
  const edit = { range: { start, end: start }, text: `${text} ` };
  const what = `\`${text}\` before the name`;
  if (declarationKeywords.has(state.cursor.imageAt(index))) state.expected(what, index);
  else state.superfluous(index, what, `Write \`${text}\` before it.`, edit);
}

/** `Ask: Page Node {`. */
function markPageWithoutKeyword(state: MarkState, index: number): number {
  const end = findPageType(state, index);
  const page = declarationKeywords.get("page");
  if (end === -1 || page === undefined) return -1;
  state.foreign(index, end - 1, `page ${state.cursor.imageAt(index)}`);
  state.insert(page.type, index);
  state.begin(page);
  state.take(index);
  return end;
}

/** Reports a keyword that was guessed, and goes on as if it were there. */
export function markGuess(state: MarkState, keyword: Keyword, missing: boolean, index: number): number {
  if (missing) {
    if (keyword.shape === "node") {
      const page = markPageWithoutKeyword(state, index);
      if (page !== -1) return page;
    }
    reportMissingKeyword(state, keyword, index);
    state.insert(keyword.type, index);
    state.begin(keyword);
    if (keyword.shape === "node") {
      const next = markNodeHeader(state, index);
      if (next !== index) return next;
    }
    return markHeaderWord(state, keyword, index);
  }
  const args = { word: state.cursor.imageAt(index), keyword: keyword.text };
  const range = state.rangeOf(index);
  const fix = { title: `Write \`${keyword.text}\``, edits: [{ range, text: keyword.text }] };
  const alike = helpOnLookAlike(args.word, keyword.text);
  const extras = alike === undefined ? {} : { help: alike };
  state.problems.report("unknown-keyword", range.start, range.end, args, { ...extras, fixes: [fix] });
  return markKeyword(state, keyword, index);
}

/** A word between a keyword and its `{` or the end of the line: a name, a title, or a word such as `before`. */
export function markHeaderWord(state: MarkState, header: Keyword, index: number): number {
  if (header.shape === "scenario") {
    const tested = markTestedScript(state, index);
    if (tested !== -1) return tested;
    if (state.previousType === typeIndex(tokens.OfKeyword) && state.cursor.imageAt(index) === "journey") {
      const isLed = state.cursor.isWord(index + 1);
      const range = { start: state.tokens.startAt(index), end: state.tokens.startAt(index + 1) };
      if (isLed)
        state.superfluous(index, "the name of a journey", "Remove it: the name follows at once.", { range, text: "" });
      if (isLed) return index + 1;
    }
    const titled = markTestedTitle(state, index);
    if (titled !== -1) return titled;
  }
  if (!state.afterKeyword && state.cursor.typeAt(index - 1) !== at) {
    const keyword = declarationKeywords.get(state.cursor.imageAt(index));
    const named = header.shape === "rule" || state.previousType === typeIndex(tokens.NodeKeyword);
    if (keyword !== undefined && !named && fitsElsewhere(state, keyword, index)) {
      return markKeyword(state, keyword, index);
    }
  }
  if (header.shape === "param" && !state.afterKeyword && state.previousType === name) {
    let end = index;
    while (state.cursor.typeAt(end) === name && end < index + 3) end++;
    if (state.cursor.typeAt(end) === equals) {
      const range = { start: state.tokens.startAt(index), end: state.tokens.startAt(end) };
      const help = "Remove it: a parameter has the kind of its value.";
      state.superfluous(index, "`=` after the name", help, { range, text: "" });
      return end;
    }
  }
  if (header.shape === "param" && state.afterKeyword && state.typeOf(index) === string) {
    const range = state.rangeOf(index);
    const right = nameFromTitle(state.cursor.imageAt(index).slice(1, -1));
    state.superfluous(index, "a name without quotes", `Write \`${right}\`.`, { range, text: right });
    state.output.push(name, range.start + 1, range.end - 1);
    return index + 1;
  }
  if (header.shape === "param" && state.previousType === equals && state.typeOf(index) === name) {
    let end = index + 1;
    while (state.cursor.typeAt(end) === name && end < index + longestText) end++;
    if (end > index + 1 && state.cursor.typeAt(end) === -1) {
      state.replace(tokens.NameToken, index, end - 1);
      return end;
    }
  }
  const isNode = header.shape === "rule" && state.previousType !== dot;
  const isExtern =
    header.shape === "extern" &&
    state.previousType === typeIndex(tokens.NodeKeyword) &&
    state.cursor.typeAt(index + 1) === string;
  const takesName = isNode || isExtern || (header.shape === "resource" && state.afterKeyword);
  if (takesName && state.typeOf(index) === string) {
    const { start, end } = state.rangeOf(index);
    const plain = state.cursor.imageAt(index).slice(1, -1);
    // Which node the canvas shows under a name, the binder knows.
    if (!isNode || state.cursor.isDeclared(plain) || plain === "") state.foreign(index, index, plain);
    state.output.push(name, start + 1, end - 1);
    return index + 1;
  }
  const type = separatorAt(state, header, index);
  if (type === undefined && isMoreOfTarget(state, header, index)) {
    state.output.extendLast(state.tokens.endAt(index));
    return index + 1;
  }
  if (type === undefined) return state.take(index);
  state.separated = true;
  const text = keywordText(type);
  if (state.cursor.imageAt(index) !== text) reportSeparator(state, header, text, index);
  return state.take(index, type);
}

/** `forbid success after Account Lockout`: which node the canvas shows under some words, the binder knows. */
function isMoreOfTarget(
  { cursor, output, previousType, separated }: MarkState,
  header: Keyword,
  index: number,
): boolean {
  const isWord = cursor.typeAt(index) === name && previousType === name;
  return header.shape === "rule" && separated && isWord && !cursor.isDeclared(output.imageAt(output.length - 1));
}

/** `of script CheckRisk`, `of script "scripts/check-risk.js"`: the word, or the text behind it. -1 for another word. */
function markTestedScript(state: MarkState, index: number): number {
  const { cursor, previousType } = state;
  if (previousType === typeIndex(tokens.ScriptWord) && state.typeOf(index) === string) {
    return state.take(index, tokens.NameToken);
  }
  if (cursor.imageAt(index) !== "script" || !cursor.isWord(index + 1) || state.afterKeyword) return -1;
  if (!state.separated) {
    state.missing("`of`", index, " of");
    state.insert(tokens.OfKeyword, index);
    state.separated = true;
  }
  state.testsScript = true;
  return state.take(index, tokens.ScriptWord);
}

/** `of "Staff Login"`: a journey is named as its text does, and not in quotes. -1 for another word. */
function markTestedTitle(state: MarkState, index: number): number {
  if (state.previousType !== typeIndex(tokens.OfKeyword) || state.typeOf(index) !== string) return -1;
  const written = state.cursor.imageAt(index);
  const { text } = state.tokens;
  const titled = text.indexOf(` ${written} {`);
  const [, declared] = /^journey[ \t]+(\S+)$/m.exec(text.slice(text.lastIndexOf("\n", titled) + 1, titled)) ?? [];
  const right = declared ?? written.slice(1, -1);
  const { start, end } = state.rangeOf(index);
  const edit = { range: { start, end }, text: right };
  const help = isName(right)
    ? `Write \`${right}\`.`
    : "Write the name of the journey, which stands behind `journey`, and not its title.";
  if (isName(right)) state.superfluous(index, "the name of a journey without quotes", help, edit);
  else {
    const args = { expected: "the name of a journey without quotes", found: written };
    state.problems.report("syntax-error", start, end, args, { help });
  }
  state.output.push(name, start + 1, end - 1);
  return index + 1;
}

/** `scenario signs in of Login {`: a title stands in quotes. -1 for another header. */
function markBareTitle(state: MarkState, index: number): number {
  const { cursor } = state;
  let end = index;
  while (cursor.typeAt(end) === name && cursor.imageAt(end) !== "of") end++;
  if (end === index || cursor.imageAt(end) !== "of" || !cursor.isWord(end + 1)) return -1;
  const { start } = state.rangeOf(index);
  state.foreign(index, end - 1, `"${state.tokens.text.slice(start, state.tokens.endAt(end - 1))}"`);
  state.replace(tokens.StringLiteral, index, end - 1);
  return end;
}

function reportSeparator(state: MarkState, header: Keyword, text: string, index: number): void {
  const { start, end } = state.rangeOf(index);
  const form = wholeForms.get(header.text);
  const args = { expected: `\`${text}\``, found: `"${state.cursor.imageAt(index)}"` };
  state.problems.report("syntax-error", start, end, args, form === undefined ? {} : { help: `Write \`${form}\`.` });
}

function separatorAt(state: MarkState, header: Keyword, index: number) {
  if (state.separated || state.typeOf(index) !== name) return undefined;
  switch (header.shape) {
    case "rule":
      return ruleSeparator(state, header, index);
    case "resource":
      if (state.previousType === string) return tokens.FromKeyword;
      return !state.afterKeyword && state.cursor.imageAt(index) === "from" ? tokens.FromKeyword : undefined;
    case "scenario":
      return scenarioSeparator(state, index);
    case "extern":
      return externSeparator(state, index);
    default:
      return undefined;
  }
}

function ruleSeparator(state: MarkState, header: Keyword, index: number) {
  const { cursor } = state;
  const type = header.text === "require" ? tokens.BeforeKeyword : tokens.AfterKeyword;
  const text = keywordText(type);
  const next = cursor.isWord(index + 1);
  if (cursor.imageAt(index) === text) {
    // `require A.before before B`: an outcome may be called like the word that follows it.
    if (state.previousType === typeNumbers.dot && cursor.imageAt(index + 1) === text) return undefined;
    return !state.afterKeyword || (next && cursor.imageAt(index + 1) !== text) ? type : undefined;
  }
  if (state.afterKeyword || cursor.typeAt(index - 1) === typeNumbers.dot) return undefined;
  return next && cursor.imageAt(index + 1) !== text && !cursor.isWord(index + 2) ? type : undefined;
}

function scenarioSeparator(state: MarkState, index: number) {
  const next = state.cursor.isWord(index + 1);
  if (state.cursor.imageAt(index) === "of") {
    return state.previousType === string || next ? tokens.OfKeyword : undefined;
  }
  return state.previousType === string && next ? tokens.OfKeyword : undefined;
}

function externSeparator(state: MarkState, index: number) {
  if (!state.afterKeyword) return undefined;
  if (state.cursor.imageAt(index) === "node") return tokens.NodeKeyword;
  return state.cursor.typeAt(index + 1) === name ? tokens.NodeKeyword : undefined;
}

/** The words of other tools for steps. */
const gherkin: ReadonlyMap<string, string> = new Map([
  ...["when", "answer", "enter", "fill", "send", "post"].map((word) => [word, "submit"] as const),
  ...["then", "assert", "should", "verify"].map((word) => [word, "expect"] as const),
  ...["mock", "fake"].map((word) => [word, "stub"] as const),
  ...["sleep", "delay", "pause"].map((word) => [word, "wait"] as const),
  ...["setup", "background", "with"].map((word) => [word, "given"] as const),
]);

/** Recognises the step keyword that a word in a scenario must have been meant as. */
export function nearStep(word: string, steps: ReadonlyMap<string, Keyword>): Keyword | undefined {
  const near = gherkin.get(word.toLowerCase()) ?? nearOrBegun(word, [...steps.keys()]);
  return near === undefined ? undefined : steps.get(near);
}

/** Blocks whose statements are properties, nodes and edges. */
export function holdsMembers(block: BlockKind): boolean {
  return block === "file" || block === "journey" || block === "page" || block === "node" || block === "properties";
}
