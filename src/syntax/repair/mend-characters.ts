import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import { bareTextStart } from "./bare-text.js";
import type { TokenMender } from "./token-mender.js";

const name = typeIndex(t.NameToken);
const string = typeIndex(t.StringLiteral);
const arrow = typeIndex(t.Arrow);
const colon = typeIndex(t.Colon);
const comma = typeIndex(t.Comma);
const lBrace = typeIndex(t.LBrace);
const rBrace = typeIndex(t.RBrace);
const lBracket = typeIndex(t.LBracket);
const rBracket = typeIndex(t.RBracket);

/** Marks of other scripts of the world, and what they are here. */
const wideMarks: ReadonlyMap<string, readonly [type: number, text: string]> = new Map([
  ["：", [colon, ":"]],
  ["，", [comma, ","]],
  ["、", [comma, ","]],
  ["＝", [typeIndex(t.Equals), "="]],
  ["｛", [lBrace, "{"]],
  ["｝", [rBrace, "}"]],
  ["［", [lBracket, "["]],
  ["］", [rBracket, "]"]],
]);

const invisible = /^[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+$/u;

/** Lines with more tokens than this are not looked at as a whole: each of their tokens would cost as much as the line. */
const longestLine = 300;
/** As far as the end of a comment or of a conflict is searched. */
const farthest = 20_000;

type Attempt = (mender: TokenMender, index: number, text: string) => boolean;

const attempts: readonly Attempt[] = [
  mendInvisible,
  mendWide,
  mendConflict,
  mendEntity,
  mendParameter,
  mendEdgeLabel,
  mendComment,
  mendTextOverLines,
  mendJoinedTexts,
  mendQuestion,
  mendEmptyCall,
  mendAtNumber,
  mendBareText,
  mendSemicolon,
  mendListOfLines,
  mendBullet,
  mendBackArrow,
  mendGeneric,
  mendArrow,
  mendBetweenOutcomes,
  mendParenthesis,
];

/** Reads characters that begin no token as what they mean elsewhere; those that mean nothing are reported and left out. */
export function mendCharacters(mender: TokenMender, index: number): void {
  const { tokens, problems } = mender;
  const text = tokens.imageAt(index);
  const isLong = mender.lineEnd(index) - mender.lineStart(index) > longestLine;
  if (!isLong && attempts.some((attempt) => attempt(mender, index, text))) return;
  const isArrow = mender.typeAt(index + 1) === arrow;
  const lacksTarget = mender.output.typeAt(mender.output.length - 1) === arrow && mender.typeAt(index + 1) === -1;
  const help =
    text.startsWith("*") && isArrow ? everyOutcome : text === "~" ? nothing : lacksTarget ? aTarget : undefined;
  const extras = help === undefined ? {} : { help };
  problems.report("unexpected-character", tokens.startAt(index), tokens.endAt(index), { text }, extras);
}

const everyOutcome = "Name the outcomes one by one, with commas between them.";

const aTarget = "Write the name of a node, `success` or `failure`.";

const nothing = "Write `absent` to leave the property out.";

/** `key: |` and `key: >` of YAML with indented lines below, and `key: <<END` with lines up to `END`. */
function mendTextOverLines(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const last = output.length - 1;
  if (output.typeAt(last) !== colon || !/^(?:[|>]-?|<<[-~]?)$/.test(text)) return false;
  const isHeredoc = text.startsWith("<<");
  const mark = isHeredoc ? tokens.imageAt(index + 1) : "";
  if (mender.lineEnd(index) !== (isHeredoc ? index + 2 : index + 1)) return false;
  const indent = mender.indentAt(index).length;
  let end = mender.lineEnd(index);
  const start = tokens.startAt(index);
  const isInside = () =>
    end < tokens.length &&
    end < index + farthest &&
    (isHeredoc ? tokens.imageAt(end) !== mark : indentOf(mender, end) > indent);
  while (isInside()) end++;
  if (isHeredoc) end++;
  if (end > tokens.length || end === mender.lineEnd(index)) return false;
  const help = 'A text over several lines stands between `"""` and `"""`.';
  mender.foreign(start, tokens.endAt(index), '"""', undefined, help);
  mender.put(string, start, tokens.endAt(index));
  mender.goTo(end);
  return true;
}

function indentOf(mender: TokenMender, index: number): number {
  const start = mender.tokens.startAt(index);
  return start - mender.text.lastIndexOf("\n", start) - 1;
}

/** `"a" + "b"`: there is one text. */
function mendJoinedTexts(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const last = output.length - 1;
  if (!/^(?:\+|\.\.|&)$/.test(text) || output.typeAt(last) !== string) return false;
  if (mender.typeAt(index + 1) === name) {
    const help = `Texts are not put together: write \`\${${tokens.imageAt(index + 1)}}\` inside the text.`;
    mender.problems.report("unexpected-character", tokens.startAt(index), tokens.endAt(index), { text }, { help });
    mender.goTo(mender.lineEnd(index));
    return true;
  }
  if (mender.typeAt(index + 1) !== string) return false;
  const edits = [{ range: { start: output.endAt(last) - 1, end: tokens.startAt(index + 1) + 1 }, text: "" }];
  const fixes = [{ title: "Write one text", edits }];
  const help = "Texts are not put together: write one text.";
  mender.problems.report("unexpected-character", tokens.startAt(index), tokens.endAt(index), { text }, { help, fixes });
  mender.goTo(index + 2);
  return true;
}

/** `TRUE ? Risk`: between an outcome and the name of a node, whatever mark stands there is meant as an arrow. */
function mendQuestion(mender: TokenMender, index: number, text: string): boolean {
  const { tokens } = mender;
  const isEdge =
    mender.isFirst(index - 1) &&
    mender.isWordAt(index + 1) &&
    mender.typeAt(index + 2) === -1 &&
    /^[?!~:>|]+$/.test(text);
  if (!isEdge || !mender.cursor.isDeclared(tokens.imageAt(index + 1))) return false;
  mender.foreign(tokens.startAt(index), tokens.endAt(index), "->");
  mender.put(arrow, tokens.startAt(index), tokens.endAt(index));
  return true;
}

/** `Login() {`: nothing is called here. */
function mendEmptyCall(mender: TokenMender, index: number, text: string): boolean {
  if (text !== "()" || mender.isFirst(index)) return false;
  const { tokens } = mender;
  mender.superfluous(tokens.startAt(index), tokens.endAt(index), "Remove it: nothing is called here.");
  return true;
}

/** `+25` and `25%`. */
function mendAtNumber(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const number = typeIndex(t.NumberLiteral);
  const [start, end] = [tokens.startAt(index), tokens.endAt(index)];
  if (text === "+" && output.typeAt(output.length - 1) === colon && mender.typeAt(index + 1) === number) {
    mender.superfluous(start, end, "Remove it: a number without a sign is positive.");
    return true;
  }
  if (text !== "%" || output.typeAt(output.length - 1) !== number || output.endAt(output.length - 1) !== start)
    return false;
  const help = "Write the number alone, without its unit.";
  mender.problems.report("unexpected-character", start, end, { text }, { help });
  return true;
}

/** Characters without a shape come with copied text. A word that one of them cuts in two is one word. */
function mendInvisible(mender: TokenMender, index: number, text: string): boolean {
  if (!invisible.test(text)) return false;
  const { tokens, output, problems } = mender;
  const start = tokens.startAt(index);
  const end = tokens.endAt(index);
  const shown = [...text].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  const fixes = [{ title: "Remove it", edits: [{ range: { start, end }, text: "" }] }];
  const help = "Remove it: nobody can see it.";
  problems.report("unexpected-character", start, end, { text: shown.join(" ") }, { help, fixes });
  const last = output.length - 1;
  const isCut = output.typeAt(last) === name && output.endAt(last) === start;
  if (isCut && tokens.typeAt(index + 1) === name && tokens.startAt(index + 1) === end) {
    output.extendLast(tokens.endAt(index + 1));
    mender.goTo(index + 2);
  }
  return true;
}

function mendWide(mender: TokenMender, index: number, text: string): boolean {
  const found = wideMarks.get(text);
  if (found === undefined) return false;
  const [type, right] = found;
  const start = mender.tokens.startAt(index);
  const end = mender.tokens.endAt(index);
  mender.foreign(start, end, right);
  mender.put(type, start, end);
  return true;
}

/** The marks of a merge that git could not finish. The first side is read. */
function mendConflict(mender: TokenMender, index: number, text: string): boolean {
  if (!mender.isFirst(index) || !text.startsWith("<<<<<<<")) return false;
  const { tokens, problems } = mender;
  const help = "Keep one side of the merge, and remove its three marks.";
  problems.report("unexpected-character", tokens.startAt(index), tokens.endAt(index), { text }, { help });
  let end = index;
  while (end < tokens.length && end < index + farthest && !tokens.imageAt(end).startsWith(">>>>>>>")) end++;
  let middle = index;
  while (middle < end && !isMiddle(mender, middle)) middle++;
  if (!isMark(mender, end)) return true;
  for (let at = mender.lineEnd(index); at < middle; at++) mender.output.copy(tokens, at, tokens.typeAt(at));
  mender.goTo(isMark(mender, end) ? mender.lineEnd(end) : index + 1);
  return true;
}

function isMark({ tokens }: TokenMender, index: number): boolean {
  return index < tokens.length && tokens.imageAt(index).startsWith(">>>>>>>");
}

function isMiddle(mender: TokenMender, index: number): boolean {
  return mender.isFirst(index) && mender.text.startsWith("=======", mender.tokens.startAt(index));
}

/** `-&gt;` and `&quot;text&quot;` of a web page. */
function mendEntity(mender: TokenMender, index: number): boolean {
  const [found, inner] = /^(?:[-=]+&gt;|&quot;(.*?)&quot;)/.exec(lineFrom(mender, index)) ?? [];
  if (found === undefined) return false;
  if (inner === undefined) mender.foreignText(index, found.length, arrow, "->");
  else mender.foreignText(index, found.length, string, `"${inner}"`);
  return true;
}

const parameterForms = /^(?:%(\w+)%|[#%@&]\{(\w+)\}|\$\((\w+)\)|\$\{\{\s*(?:\w+\.)?(\w+)\s*\}\}|[$@](\w+))/;

/** `%home%`, `#{home}` and `$home` for the value of a parameter. */
function mendParameter(mender: TokenMender, index: number): boolean {
  const last = mender.output.typeAt(mender.output.length - 1);
  if (last !== colon && last !== comma && last !== lBracket && last !== typeIndex(t.Equals)) return false;
  const line = lineFrom(mender, index);
  const [placeholder, esv] = /^[&$](esv[.\w-]*\w)/.exec(line) ?? [];
  if (placeholder !== undefined) {
    mender.foreignText(index, placeholder.length, string, `"&{${esv?.replace(/[_-]/g, ".")}}"`);
    return true;
  }
  const [found, ...names] = parameterForms.exec(line) ?? [];
  const parameter = names.find((each) => each !== undefined);
  if (found === undefined || !new RegExp(`^param[ \\t]+${parameter}\\b`, "m").test(mender.text)) return false;
  mender.foreignText(index, found.length, string, `"\${${parameter}}"`);
  return true;
}

/** The text from a token to the end of its line. */
function lineFrom(mender: TokenMender, index: number): string {
  const { tokens } = mender;
  return mender.text.slice(tokens.startAt(index), tokens.endAt(mender.lineEnd(index) - 1));
}

/** `a -- label --> B` of Mermaid, `a -[label]-> B` of Cypher: arrows have no labels. */
function mendEdgeLabel(mender: TokenMender, index: number, text: string): boolean {
  const isBracketed = text === "-" && mender.typeAt(index + 1) === lBracket;
  if ((!isBracketed && !/^(?:-{2,}|={2,}|-\.+)/.test(text)) || mender.isFirst(index)) return false;
  const { tokens } = mender;
  const inLabel = new Set([name, string, ...(isBracketed ? [lBracket, rBracket, colon] : [])]);
  let end = index + 1;
  while (inLabel.has(mender.typeAt(end))) end++;
  const isArrow = mender.typeAt(end) === typeIndex(t.ForeignArrow) || mender.typeAt(end) === arrow;
  if (!isArrow || !mender.isWordAt(end + 1)) return false;
  mender.foreign(tokens.startAt(index), tokens.endAt(end), "->");
  mender.put(arrow, tokens.startAt(index), tokens.endAt(end));
  mender.goTo(end + 1);
  return true;
}

/** The marks of comments elsewhere, with what ends one, if it is not the line. */
const commentMarks: readonly (readonly [mark: RegExp, end: string | undefined])[] = [
  [/^<!-{2,}/, "-->"],
  [/^\(\*/, "*)"],
  [/^-{2,}/, undefined],
  [/^;+$/, undefined],
  [/^%+$/, undefined],
  [/^\/$/, undefined],
];

function mendComment(mender: TokenMender, index: number, text: string): boolean {
  const found = commentMarks.find(([mark]) => mark.test(text));
  if (found === undefined) return false;
  const { tokens } = mender;
  const start = tokens.startAt(index);
  const isFirst = mender.isFirst(index);
  if (isFirst && !/^[-<(]/.test(text) && namesNodeAlone(mender, index + 1)) {
    const help = "Write `->` for an arrow, and `//` for a comment.";
    mender.problems.report("unexpected-character", start, tokens.endAt(index), { text }, { help });
    return true;
  }
  if (!isFirst && (!/[\s]/.test(mender.text.charAt(start - 1)) || !/^(?:--|<!|\(\*)/.test(text))) return false;
  // `/path/to` is no comment.
  if (text === "/" && !/\s/.test(mender.text.charAt(start + 1))) return false;
  const [mark] = found[0].exec(text) ?? [""];
  const lineEnd = mender.lineEnd(index);
  const closing = found[1];
  const near = mender.text.slice(start, start + farthest);
  const inNear = closing === undefined ? -1 : near.indexOf(closing);
  const close = inNear === -1 ? -1 : start + inNear;
  if (closing !== undefined && close !== -1) {
    const closeEnd = close + closing.length;
    mender.foreign(start, start + mark.length, "/*", [
      { range: { start, end: start + mark.length }, text: "/*" },
      { range: { start: close, end: closeEnd }, text: "*/" },
    ]);
    let next = index + 1;
    while (next < tokens.length && tokens.startAt(next) < closeEnd) next++;
    mender.goTo(next);
  } else {
    mender.foreign(start, start + mark.length, "//");
    mender.goTo(lineEnd);
  }
  return true;
}

/** Whether the name of a node or end is all that follows on the line: `; Check` is no comment then, but an arrow that went wrong. */
function namesNodeAlone(mender: TokenMender, index: number): boolean {
  return (
    mender.isWordAt(index) && mender.typeAt(index + 1) === -1 && mender.cursor.isDeclared(mender.tokens.imageAt(index))
  );
}

/** `prompt: How are you?`: the words of a text without its quotes are one, as the binder says. */
function mendBareText(mender: TokenMender, index: number): boolean {
  const { tokens, output } = mender;
  const first = bareTextStart(tokens, mender.lineStart(index), mender.lineEnd(index), index);
  if (first === -1) return false;
  const start = tokens.startAt(first);
  while (output.length > 0 && output.startAt(output.length - 1) >= start) output.truncate(output.length - 1);
  const end = mender.lineEnd(index);
  mender.put(name, start, tokens.endAt(end - 1));
  mender.goTo(end);
  return true;
}

/** A `;` at the end of a line means nothing here; between words it is a comma, after a key a colon. */
function mendSemicolon(mender: TokenMender, index: number, text: string): boolean {
  if (text !== ";" && text !== "；") return false;
  const { tokens } = mender;
  const start = tokens.startAt(index);
  const end = tokens.endAt(index);
  const next = mender.typeAt(index + 1);
  if (next === -1 || next === rBrace) {
    mender.superfluous(start, end, "Remove it: a statement ends with its line.");
    return true;
  }
  if (separatesStatements(mender, index)) {
    mender.superfluous(start, end, "Write the next statement on a line of its own.", `\n${mender.indentAt(index)}`);
    return true;
  }
  let at = index + 1;
  while (mender.isWordAt(at) || mender.typeAt(at) === comma || tokens.imageAt(at) === text) at++;
  const leadsOn = mender.typeAt(at) === arrow;
  const isKey = !leadsOn && mender.isFirst(index - 1) && mender.output.typeAt(mender.output.length - 1) === name;
  if (isKey) mender.foreign(start, end, ":");
  else mender.foreign(start, end, ",", semicolonsFrom(mender, index));
  mender.put(isKey ? colon : comma, start, end);
  return true;
}

/** `a -> B; c -> D`. */
function separatesStatements(mender: TokenMender, index: number): boolean {
  const structured = (from: number, to: number) => {
    for (let at = from; at < to; at++)
      if (mender.tokens.typeAt(at) === arrow || mender.tokens.typeAt(at) === colon) return true;
    return false;
  };
  const inBraces = mender.text
    .slice(mender.tokens.startAt(mender.lineStart(index)), mender.tokens.startAt(index))
    .includes("{");
  return (
    !inBraces && structured(mender.lineStart(index), index) && mender.isWordAt(index + 1) && hasMark(mender, index + 2)
  );
}

function hasMark(mender: TokenMender, index: number): boolean {
  const type = mender.typeAt(index);
  return type === arrow || type === colon;
}

/** All semicolons of the line but the last token: who writes one in a list writes them all. */
function semicolonsFrom(mender: TokenMender, index: number): readonly TextEdit[] {
  const { tokens } = mender;
  const edits: TextEdit[] = [];
  for (let at = index; at < mender.lineEnd(index) - 1; at++) {
    const range = { start: tokens.startAt(at), end: tokens.endAt(at) };
    if (/^[;；]$/.test(tokens.imageAt(at))) edits.push({ range, text: "," });
  }
  return edits;
}

/** A list of YAML: lines with a `-` below their key. */
function mendListOfLines(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  if (text !== "-" || !mender.isFirst(index) || output.typeAt(output.length - 1) !== colon) return false;
  const edits = [];
  const before = output.endAt(output.length - 1);
  let at = index;
  let last = before;
  mender.put(lBracket, before, before);
  while (mender.isFirst(at) && tokens.imageAt(at) === "-" && at < tokens.length && mender.typeAt(at + 1) !== -1) {
    const valueStart = tokens.startAt(at + 1);
    edits.push({ range: { start: last, end: valueStart }, text: at === index ? " [" : ", " });
    if (at !== index) mender.put(comma, last, last);
    const end = mender.lineEnd(at);
    for (let value = at + 1; value < end; value++) output.copy(tokens, value, tokens.typeAt(value));
    last = tokens.endAt(end - 1);
    at = end;
  }
  mender.put(rBracket, last, last);
  edits.push({ range: { start: last, end: last }, text: "]" });
  const start = tokens.startAt(index);
  const values = mender.text.slice(start, last);
  const fixes = [{ title: "Write a list in brackets", edits }];
  const help = 'A list stands in brackets, with commas: `["first", "second"]`.';
  mender.problems.report("unexpected-character", start, start + 1, { text: values.slice(0, 1) }, { help, fixes });
  mender.goTo(at);
  return true;
}

/** `- DONE -> Next`: lines need no mark before them. */
function mendBullet(mender: TokenMender, index: number, text: string): boolean {
  if (!/^[-*•·]$/.test(text) || !mender.isFirst(index) || !mender.isWordAt(index + 1)) return false;
  const { tokens } = mender;
  mender.superfluous(tokens.startAt(index), tokens.startAt(index + 1), "Remove it: a line needs no mark before it.");
  return true;
}

/** `Next <- low` on a line of its own: the outcome stands first. In `low <- Next` only the arrow is wrong. */
function mendBackArrow(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const isEdge = /^(?:<-{1,2}|<=|←|⇐)$/.test(text) && mender.isFirst(index - 1) && mender.lineEnd(index) === index + 2;
  if (!isEdge || !mender.isWordAt(index + 1)) return false;
  if (!mender.cursor.isDeclared(tokens.imageAt(index - 1))) {
    if (!mender.cursor.isDeclared(tokens.imageAt(index + 1))) return false;
    mender.foreignText(index, text.length, arrow, "->");
    return true;
  }
  const last = output.length - 1;
  const [start, end] = [output.startAt(last), output.endAt(last)];
  const type = output.typeAt(last);
  mender.foreign(start, tokens.endAt(index + 1), `${tokens.imageAt(index + 1)} -> ${tokens.imageAt(index - 1)}`);
  output.truncate(last);
  output.copy(tokens, index + 1, tokens.typeAt(index + 1));
  mender.put(arrow, tokens.startAt(index), tokens.endAt(index));
  mender.put(type, start, end);
  mender.goTo(index + 2);
  return true;
}

/** `>`, `-`, `- >` and the like between two words. */
function mendArrow(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const last = output.length - 1;
  const start = tokens.startAt(index);
  if (/^>+$/.test(text) && output.typeAt(last) === arrow && output.endAt(last) === start) {
    mender.foreign(output.startAt(last), tokens.endAt(index), "->");
    return true;
  }
  if (mender.isFirst(index)) return false;
  let end = index + 1;
  if (text === "-" && tokens.imageAt(end) === ">" && !mender.isFirst(end)) end++;
  const isArrow =
    /^(?:[-=~−–—|]?>{1,2}|[-–—−~])$/.test(text) && isWord(tokens.typeAt(index - 1)) && mender.isWordAt(end);
  if (!isArrow) return false;
  mender.foreign(start, tokens.endAt(end - 1), "->");
  mender.put(arrow, start, tokens.endAt(end - 1));
  mender.goTo(end);
  return true;
}

function isWord(type: number): boolean {
  return type === name || type === string;
}

/** `a | b -> Next`. */
function mendBetweenOutcomes(mender: TokenMender, index: number, text: string): boolean {
  if (!/^(?:\|{1,2}|&{1,2}|\/|\+)$/.test(text) || !mender.isWordAt(index + 1)) return false;
  let at = index + 1;
  while (mender.isWordAt(at) || mender.typeAt(at) === comma) at++;
  if (mender.typeAt(at) !== arrow && !isInList(mender, index)) return false;
  const { tokens } = mender;
  const blank = mender.text.charAt(tokens.startAt(index) - 1) === " " ? 1 : 0;
  const start = tokens.startAt(index);
  mender.foreign(start, tokens.endAt(index), ",", [
    { range: { start: start - blank, end: tokens.endAt(index) }, text: blank === 1 ? "," : ", " },
  ]);
  mender.put(comma, start, tokens.endAt(index));
  return true;
}

/** Whether a list is open on the line before a token. */
function isInList(mender: TokenMender, index: number): boolean {
  for (let at = index - 1; at >= mender.lineStart(index); at--) {
    const type = mender.tokens.typeAt(at);
    if (type === lBracket) return true;
    if (type === rBracket || type === lBrace || type === rBrace) return false;
  }
  return false;
}

/** A pair of parentheses on one line is a list after a colon, an object where it holds keys, and else means nothing. */
function mendParenthesis(mender: TokenMender, index: number, text: string): boolean {
  if (text !== "(" && text !== "（") return false;
  const { tokens, output } = mender;
  const start = tokens.startAt(index);
  const end = mender.lineEnd(index);
  if (index === end - 1) {
    mender.foreign(start, tokens.endAt(index), "{");
    mender.put(lBrace, start, tokens.endAt(index));
    return true;
  }
  let close = index + 1;
  while (close < end && !/^[)）]$/.test(tokens.imageAt(close))) close++;
  if (close === end) return false;
  const isStep = /^(?:expect|submit|wait|given|stub)$/.test(output.imageAt(output.length - 1));
  if (
    output.endAt(output.length - 1) === start &&
    output.typeAt(output.length - 1) === name &&
    close === index + 2 &&
    !isStep
  )
    return mendCall(mender, index);
  const inner = mender.typeAt(index + 2);
  const isObject = inner === colon || inner === typeIndex(t.Equals);
  const before = output.typeAt(output.length - 1);
  const isPath = before === name && output.imageAt(output.length - 1) === "path";
  const single = close === index + 2 && mender.typeAt(index + 1) !== string;
  const isList = (before === colon && !single) || before === comma || before === lBracket || isPath;
  const [left, right] = isObject ? ["{", "}"] : isList ? ["[", "]"] : ["", ""];
  const isPosition = before === colon && isInLayout(mender.text, start);
  const edits = [
    { range: { start, end: tokens.endAt(index) }, text: left === "" && isStep ? " " : left },
    { range: { start: tokens.startAt(close), end: tokens.endAt(close) }, text: right },
  ];
  const closeStart = tokens.startAt(close);
  if (left === "") {
    const help = "Remove the parentheses.";
    const fixes = [{ title: "Remove the parentheses", edits }];
    mender.problems.report("unexpected-character", start, start + 1, { text }, { help, fixes });
  } else {
    const title = `Write ${left} and ${right}`;
    const args = { found: "( … )", right: `${left} … ${right}` };
    // What is wrong with brackets in a layout is said with its colon.
    if (!isPosition) mender.problems.report("foreign-spelling", start, start + 1, args, { fixes: [{ title, edits }] });
    mender.put(isObject ? lBrace : lBracket, start, start + 1);
  }
  for (let at = index + 1; at < close; at++) output.copy(tokens, at, tokens.typeAt(at));
  if (left !== "") mender.put(isObject ? rBrace : rBracket, closeStart, closeStart + 1);
  mender.goTo(close + 1);
  return true;
}

function isInLayout(text: string, offset: number): boolean {
  return /\blayout\s*\{[^{}]*$/.test(text.slice(Math.max(0, offset - farthest), offset));
}

/** `node Wait<PollingWait> {`. */
function mendGeneric(mender: TokenMender, index: number, text: string): boolean {
  const [found, type] = /^<(\w+)>(?=\s*[{"]|$)/.exec(lineFrom(mender, index)) ?? [];
  if (text !== "<" || found === undefined || !mender.isFirst(index - 2)) return false;
  mender.foreign(mender.tokens.startAt(index), mender.tokens.startAt(index) + found.length, `: ${type}`);
  mender.put(colon, mender.tokens.startAt(index), mender.tokens.endAt(index));
  mender.output.copy(mender.tokens, index + 1, name);
  mender.goTo(index + 3);
  return true;
}

/** `pageHeader(de):` is a locale, `Wait(PollingWait) {` the type of a node. */
function mendCall(mender: TokenMender, index: number): boolean {
  const { tokens, output } = mender;
  const sign = output.length - 2;
  if (output.typeAt(sign) === typeIndex(t.At) && mender.isFirst(index - 2)) {
    // `@description("…")` of Bicep.
    mender.foreign(output.startAt(sign), output.endAt(sign), "//");
    output.truncate(sign);
    mender.goTo(mender.lineEnd(index));
    return true;
  }
  if (mender.typeAt(index + 3) === arrow && mender.isFirst(index - 1)) {
    // `outcome("mail") -> Next`
    mender.foreign(output.startAt(output.length - 1), tokens.endAt(index + 2), tokens.imageAt(index + 1));
    output.truncate(output.length - 1);
    output.copy(tokens, index + 1, tokens.typeAt(index + 1));
    mender.goTo(index + 3);
    return true;
  }
  const isLocale = mender.typeAt(index + 3) === colon;
  const start = tokens.startAt(index);
  const end = tokens.endAt(index + 2);
  mender.foreign(start, end, `${isLocale ? "." : ": "}${tokens.imageAt(index + 1)}`);
  mender.put(isLocale ? typeIndex(t.Dot) : colon, start, start + 1);
  output.copy(tokens, index + 1, tokens.typeAt(index + 1));
  mender.goTo(index + 3);
  return true;
}
