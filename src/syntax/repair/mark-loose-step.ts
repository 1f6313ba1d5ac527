import { type Keyword, stepKeywords } from "../keywords.js";
import { isName } from "../match-word.js";
import * as tokens from "../tokens.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { endOfLine, namedNodeText, putNode, readNamedNodes } from "./named-nodes.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, dot, equals, lBrace, lBracket, name, rBrace, rBracket, string } = typeNumbers;

/**
 * Reads a step that is written with the words of other tests, or with the marks of arrows: `expect path A -> B`, `expect Check.true`,
 * `stub Check returns true`, `submit Ask with { … }`. -1 for another step, whole or broken.
 */
export function markLooseStep(state: MarkState, keyword: Keyword, index: number): number {
  switch (keyword.text) {
    case "expect":
      return markLooseExpect(state, keyword, index);
    case "stub":
      return markLooseStub(state, keyword, index);
    case "submit":
      return markLooseSubmit(state, keyword, index);
    case "given":
      return markLooseGiven(state, keyword, index);
    default:
      return -1;
  }
}

function markLooseExpect(state: MarkState, keyword: Keyword, index: number): number {
  if (state.cursor.imageAt(index + 1) === "path") return markLoosePath(state, keyword, index);
  const quoted = markQuotedExpectation(state, keyword, index);
  if (quoted !== -1) return quoted;
  const status = markLooseStatus(state, keyword, index);
  if (status !== -1) return status;
  const place = markLoosePlace(state, keyword, index);
  return place === -1 ? markExpectedOutcome(state, keyword, index) : place;
}

/** `expect path A -> B`, `expect path A, B`, `expect path ["A", "B"]`: a path is a list of names. */
function markLoosePath(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor } = state;
  let from = index + 2;
  while (cursor.typeAt(from) === equals || cursor.typeAt(from) === colon) from++;
  const open = cursor.typeAt(from);
  const isBracketed = open === lBracket || open === lBrace;
  const first = isBracketed ? from + 1 : from;
  const end = isBracketed
    ? closeOf(state, from)
    : cursor.isFirst(from)
      ? endOfLines(state, from)
      : endOfLine(state, from);
  if (end === -1 || first >= end || (open === lBracket && looseIn(state, first, end).length === 0)) return -1;
  const read = readNamedNodes(state, first, end);
  if (read.named.length === 0 || read.end !== end || read.between.some((mark) => !/^(?:->|,|then|and|to|)$/.test(mark)))
    return -1;
  const last = isBracketed ? end : end - 1;
  const [only, second] = open === lBracket ? looseIn(state, first, end) : [];
  if (only !== undefined && second === undefined) reportOne(state, only, read.joined.size > 0);
  else state.foreign(from, last, `[${read.named.map((words) => namedNodeText(state, words)).join(", ")}]`);
  state.take(index, keyword.type);
  state.take(index + 1);
  state.insert(tokens.PathStart, from);
  for (const [place, words] of read.named.entries()) {
    if (place > 0) state.insert(tokens.Comma, from);
    putNode(state, words);
  }
  state.insert(tokens.RBracket, last);
  return last + 1;
}

/** The names of a path may stand on lines of their own. */
function endOfLines(state: MarkState, from: number): number {
  let end = from;
  for (; end < from + farthestToken && end < state.tokens.length; end++) {
    const isStep = state.cursor.isFirst(end) && stepKeywords.has(state.cursor.imageAt(end));
    if (isStep || state.typeOf(end) === rBrace) break;
  }
  return end;
}

function closeOf(state: MarkState, open: number): number {
  for (let at = open + 1; at < open + farthestToken; at++) {
    const type = state.typeOf(at);
    if (type === rBracket || type === rBrace) return at;
    if (type === lBracket || type === lBrace) return -1;
  }
  return -1;
}

/** The marks and texts that cannot stand in a list of nodes. Outcomes, behind a dot, may stand in quotes. */
function looseIn(state: MarkState, from: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < end; at++) {
    const type = state.typeOf(at);
    if (type === arrow || (type === string && state.typeOf(at - 1) !== dot) || type === colon || type === equals)
      found.push(at);
  }
  return found;
}

function reportOne(state: MarkState, index: number, isJoined: boolean): void {
  const { cursor, tokens: all } = state;
  if (state.typeOf(index) === string) {
    state.foreign(index, index, namedNodeText(state, [index]));
    return;
  }
  const mark = isJoined ? "." : ",";
  const range = { start: all.endAt(index - 1), end: all.startAt(index + 1) };
  const right = `${cursor.imageAt(index - 1)}${mark}${isJoined ? "" : " "}${cursor.imageAt(index + 1)}`;
  const { start, end } = state.rangeOf(index);
  const fixes = [{ title: `Write ${right}`, edits: [{ range, text: isJoined ? "." : ", " }] }];
  const args = { found: cursor.imageAt(index), right: mark };
  state.problems.report("foreign-spelling", start, end, args, { help: `Write \`${right}\`.`, fixes });
}

/** Words of other tests for how a journey ends. */
const statuses: readonly (readonly [status: string, words: RegExp])[] = [
  [
    "success",
    /^(?:success|succeeds?|succeeded|successful|pass|passes|passed|ok|authenticated|logged_?in|signed_?in)$/i,
  ],
  ["failure", /^(?:failure|fails?|failed|failing|rejected|denied|unauthorized|unauthenticated)$/i],
  ["suspended", /^(?:suspended|suspends?|suspension|paused)$/i],
];

const leading =
  /^(?:result|status|outcome|journey|run|tree|ends?|with|to_?(?:be|equal)|equals?|is|be|an?|as|in|the|at)$/i;

function statusMeant(word: string): string | undefined {
  const plain = word.startsWith('"') ? word.slice(1, -1) : word;
  return statuses.find(([, words]) => words.test(plain))?.[0];
}

/** `expect result == failure`, `expect toBe failure`, `expect failed`: the word itself is expected. */
function markLooseStatus(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor } = state;
  const end = endOfLine(state, index + 1);
  const last = end - 1;
  if (state.testsScript || cursor.typeAt(index + 1) !== name || state.typeOf(last) !== name) return -1;
  const word = cursor.imageAt(last);
  const status = statusMeant(word);
  const isNegated = cursor.imageAt(index + 1) === "not" && last === index + 2;
  let isLed = true;
  for (let at = index + 1; at < last; at++) {
    const type = state.typeOf(at);
    const isMark = type === equals || type === colon || type === dot || type === arrow;
    if (!isMark && !(type === name && leading.test(cursor.imageAt(at)))) isLed = false;
  }
  if (status === undefined || cursor.isDeclared(word) !== (word === status && status !== "suspended")) return -1;
  if (isNegated && status !== "suspended") {
    const right = status === "success" ? "failure" : "success";
    const { start } = state.rangeOf(index + 1);
    const args = { expected: "what happens", found: `"not ${word}"` };
    const help = `A step tells what happens: write \`expect ${right}\`, or another of \`success\`, \`failure\`, \`suspended\` and \`error\`.`;
    state.problems.report("syntax-error", start, state.tokens.endAt(last), args, { help });
  } else if (!isLed || (last === index + 1 && word === status)) return -1;
  else state.foreign(index + 1, last, status);
  state.take(index, keyword.type);
  state.replace(tokens.NameToken, last, last);
  state.header = undefined;
  return end;
}

/** `expect page Gift`, `expect at == Gift`, `expect at "Gift"`. */
function markLoosePlace(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor } = state;
  const word = cursor.imageAt(index + 1);
  const isWord = /^(?:page|node|screen|on|in|step|current|stage)$/i.test(word);
  let named = index + 2;
  while (word === "at" && (cursor.typeAt(named) === equals || cursor.typeAt(named) === colon)) named++;
  if (!cursor.isWord(named) || (!isWord && word !== "at")) return -1;
  const isQuoted = cursor.typeAt(named) === string;
  const plain = isQuoted ? cursor.imageAt(named).slice(1, -1) : cursor.imageAt(named);
  if (!isWord && !isQuoted) return -1;
  if (!plain.split(".").every(isName) || (isWord && cursor.typeAt(named + 1) !== -1)) return -1;
  if (isWord) state.foreign(index + 1, named, `at ${plain}`);
  else state.foreign(named, named, plain);
  state.take(index, keyword.type);
  state.replace(tokens.NameToken, index + 1, index + 1);
  state.take(named, tokens.NameToken);
  return named + 1;
}

/** `expect "Happy birthday!"`: a text of the screen; `expect "failure"`: a word. */
function markQuotedExpectation(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor, tokens: all } = state;
  if (cursor.typeAt(index + 1) !== string || cursor.typeAt(index + 2) !== -1) return -1;
  const image = cursor.imageAt(index + 1);
  const status = statusMeant(image);
  if (status !== undefined) state.foreign(index + 1, index + 1, status);
  else {
    const { start } = state.rangeOf(index + 1);
    const [what, other] = state.testsScript ? ["outcome", "log"] : ["message", "email"];
    const help = `Write what the text is of: \`expect ${what} ${image}\`, or \`expect ${other} …\`.`;
    const args = { expected: "what is expected", found: image };
    state.problems.report("syntax-error", start, all.endAt(index + 1), args, { help });
  }
  state.take(index, keyword.type);
  state.replace(tokens.NameToken, index + 1, index + 1);
  return index + 2;
}

/** `expect Check.true` and `expect Check -> true`: what a node decides stands in the path. */
function markExpectedOutcome(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor, tokens: all } = state;
  const mark = cursor.typeAt(index + 2);
  const isOfNode = cursor.typeAt(index + 1) === name && (mark === dot || mark === arrow || mark === equals);
  const end = endOfLine(state, index + 1);
  const read = readNamedNodes(state, index + 1, end);
  const [words, second] = read.named;
  if (!isOfNode || read.end !== end || words === undefined || second !== undefined || words.length < 2) return -1;
  if (!cursor.isDeclared(cursor.imageAt(index + 1)) && cursor.declaresNodes) return -1;
  const range = { start: all.startAt(index + 1), end: all.endAt(end - 1) };
  const args = { expected: "what is expected", found: `"${all.text.slice(range.start, range.end)}"` };
  const help = `What nodes decide stands in the whole path: \`expect path [A, ${namedNodeText(state, words)}]\`.`;
  state.problems.report("syntax-error", range.start, range.end, args, { help });
  state.take(index, keyword.type);
  state.replace(tokens.NameToken, index + 1, index + 1);
  state.header = undefined;
  return end;
}

/** `stub Check returns true`, `stub Check true`, `stub Check.true`, `stub Check -> true with { … }`. */
function markLooseStub(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index + 1;
  while (
    end < index + farthestToken &&
    cursor.typeAt(end) !== -1 &&
    cursor.typeAt(end) !== lBrace &&
    cursor.typeAt(end) !== rBrace
  )
    end++;
  const last = end - 1;
  const arrowAt = Array.from({ length: end - index }, (_, at) => index + at).find((at) => state.typeOf(at) === arrow);
  if (arrowAt !== undefined) {
    const isWith = /^(?:with|and|setting|sets|state|writes)$/.test(cursor.imageAt(last)) && last === arrowAt + 2;
    if (!isWith || cursor.typeAt(end) !== lBrace) return -1;
    const range = { start: all.endAt(last - 1), end: all.endAt(last) };
    state.superfluous(last, "`{`", "Remove it: the values follow at once.", { range, text: "" });
    state.leftOut.add(last);
    return -1;
  }
  const before = last - 1;
  const isVerb =
    state.typeOf(before) === name &&
    /^(?:returns?|gives?|to|as|is|yields|with|outcome|by|answers?|results?)$/.test(cursor.imageAt(before));
  const isDotted = state.typeOf(before) === dot;
  const node = isVerb || isDotted ? before - 1 : before;
  const isNamed =
    cursor.isWord(last) &&
    node >= index + 1 &&
    state.typeOf(node) === name &&
    !/^(?:http|openidm)$/.test(cursor.imageAt(index + 1));
  if (!isNamed || (node !== index + 1 && state.typeOf(node - 1) !== dot)) return -1;
  // `stub Page.Inner` lacks its outcome.
  if (isDotted && cursor.isDeclared(cursor.imageAt(last))) return -1;
  const range = { start: all.endAt(node), end: all.startAt(last) };
  const args = {
    expected: "`->` before the outcome",
    found: `"${isVerb || isDotted ? cursor.imageAt(before) : cursor.imageAt(last)}"`,
  };
  const right = `stub ${all.text.slice(all.startAt(index + 1), all.endAt(node))} -> ${cursor.imageAt(last)}`;
  const fixes = [{ title: "Write ->", edits: [{ range, text: " -> " }] }];
  const at = state.rangeOf(isVerb || isDotted ? before : last);
  state.problems.report("syntax-error", at.start, at.end, args, { help: `Write \`${right}\`.`, fixes });
  state.take(index, keyword.type);
  state.begin(keyword);
  for (let word = index + 1; word <= node; word++) state.take(word);
  state.insert(tokens.Arrow, last);
  return state.take(last);
}

/** `submit Ask "demo"`, `submit Ask -> demo`, `submit Ask with { … }`. */
function markLooseSubmit(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor, tokens: all } = state;
  let node = index + 1;
  // Another step may follow on the next line.
  if (cursor.isFirst(node)) return -1;
  while (cursor.typeAt(node) === name && cursor.typeAt(node + 1) === dot) node += 2;
  if (state.typeOf(node) !== name || node === index) return -1;
  const next = cursor.typeAt(node + 1);
  if (next === name && cursor.typeAt(node + 2) === lBrace) {
    const range = { start: all.endAt(node), end: all.endAt(node + 1) };
    state.superfluous(node + 1, "`{`", "Remove it: the inputs follow at once.", { range, text: "" });
    state.leftOut.add(node + 1);
    return -1;
  }
  let value = node + 1;
  while (cursor.typeAt(value) === arrow || cursor.typeAt(value) === equals || cursor.typeAt(value) === colon) value++;
  const type = cursor.typeAt(value);
  if ((type !== string && type !== name) || cursor.typeAt(value + 1) !== -1) return -1;
  const text = cursor.imageAt(value);
  const right = `submit ${all.text.slice(all.startAt(index + 1), all.endAt(node))} { input: ${type === string ? text : JSON.stringify(text)} }`;
  const range = { start: all.startAt(node + 1), end: all.endAt(value) };
  const args = { expected: "`{` and the inputs", found: describeText(all.text.slice(range.start, range.end)) };
  const help = `Write \`${right}\`, with the name of the input: an attribute, an inner node or a prompt.`;
  state.problems.report("syntax-error", range.start, range.end, args, { help });
  state.take(index, keyword.type);
  for (let word = index + 1; word <= node; word++) state.take(word);
  return value + 1;
}

function describeText(text: string): string {
  return text.startsWith('"') ? text : `"${text}"`;
}

/** `given user "demo" { … }` and `given user demo`: a user has a `userName`. */
function markLooseGiven(state: MarkState, keyword: Keyword, index: number): number {
  const { cursor, tokens: all } = state;
  const subject = cursor.imageAt(index + 1);
  if (!/^(?:user|session)$/.test(subject) || !cursor.isWord(index + 2)) return -1;
  const next = cursor.typeAt(index + 3);
  if (next !== -1 && next !== lBrace) return -1;
  const word = cursor.imageAt(index + 2);
  const value = word.startsWith('"') ? word : JSON.stringify(word);
  const key = subject === "user" ? "userName" : "username";
  const range = { start: all.startAt(index + 2), end: next === -1 ? all.endAt(index + 2) : all.endAt(index + 3) };
  const text = next === -1 ? `{ ${key}: ${value} }` : `{ ${key}: ${value},`;
  const isEmpty = next === lBrace && state.typeOf(index + 4) === rBrace;
  const help = `Write \`given ${subject} { ${key}: ${value}${next === -1 ? "" : ", …"} }\`.`;
  const args = { expected: "`{` and its values", found: word };
  const fixes = isEmpty ? [] : [{ title: "Write it so", edits: [{ range, text }] }];
  const { start, end } = state.rangeOf(index + 2);
  state.problems.report("syntax-error", start, end, args, { help, fixes });
  state.take(index, keyword.type);
  state.begin(keyword);
  state.take(index + 1);
  if (next === lBrace) return index + 3;
  state.insert(tokens.LBrace, index + 2);
  state.insert(tokens.RBrace, index + 2);
  state.header = undefined;
  return index + 3;
}
