import type { TextEdit } from "../../diagnostics/diagnostic.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, lBrace, lBracket, name, rBrace, rBracket } = typeNumbers;

/** A `;` at the end of a line means nothing here; between words it is a comma, after a key a colon. */
export function mendSemicolon(mender: TokenMender, index: number, text: string): boolean {
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
export function mendListOfLines(mender: TokenMender, index: number, text: string): boolean {
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

/** `a | b -> Next`. */
export function mendBetweenOutcomes(mender: TokenMender, index: number, text: string): boolean {
  if (!/^(?:\|{1,2}|&{1,2}|\/|\+)$/.test(text) || !mender.isWordAt(index + 1)) return false;
  const { tokens } = mender;
  let at = index + 1;
  const isMark = (token: number) => mender.typeAt(token) !== -1 && tokens.imageAt(token) === text;
  while (mender.isWordAt(at) || mender.typeAt(at) === comma || isMark(at)) at++;
  if (mender.typeAt(at) !== arrow && !isInList(mender, index)) return false;
  const edits: TextEdit[] = [];
  for (let token = index; token < at; token++) {
    if (!isMark(token)) continue;
    const [start, end] = [tokens.startAt(token), tokens.endAt(token)];
    const blank = mender.text.charAt(start - 1) === " " ? 1 : 0;
    edits.push({ range: { start: start - blank, end }, text: blank === 1 ? "," : ", " });
  }
  mender.foreign(tokens.startAt(index), tokens.endAt(index), ",", edits);
  mender.put(comma, tokens.startAt(index), tokens.endAt(index));
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
