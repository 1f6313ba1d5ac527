import { declarationKeywords } from "../keywords.js";
import * as tokens from "../tokens.js";
import type { MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, comma, lBracket, name, rBracket, string } = typeNumbers;
const atMark = typeNumbers.at;
const isLocale = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

/** `pageHeader[de]:`, `pageHeader:de:` and `pageHeader de:`: read as `pageHeader.de:`. -1 where it is none of these. */
export function markForeignLocale(state: MarkState, index: number): number {
  const at = localeAfter(state, index);
  if (at === -1) return -1;
  if (state.cursor.isFirst(at)) return markLocalesBelow(state, index);
  const beside = markLocalesBeside(state, index);
  if (beside !== -1) return beside;
  const last = state.cursor.typeAt(index + 1) === lBracket ? at + 1 : at;
  const isQuoted = state.cursor.typeAt(at) === string;
  state.foreign(index, last, `${state.cursor.imageAt(index)}.${state.cursor.imageAt(at).replace(/"/g, "")}`);
  state.take(index, tokens.KeyStart);
  state.replace(tokens.Dot, at - 1, at - 1);
  const [start, end] = [state.tokens.startAt(at), state.tokens.endAt(at)];
  if (isQuoted) state.output.push(name, start + 1, end - 1);
  else state.take(at);
  return last + 1;
}

/** `message: en: "Yes", de: "Ja"`: an object without its braces. */
function markLocalesBeside(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const first = index + 2;
  let end = first;
  while (isLocale.test(cursor.imageAt(end)) && cursor.typeAt(end + 1) === colon && cursor.typeAt(end + 2) === string) {
    end += 3;
    if (cursor.typeAt(end) !== comma) break;
    end++;
  }
  if (cursor.typeAt(index + 1) !== colon || end < first + 7 || cursor.typeAt(end) !== -1) return -1;
  const edits = [
    { range: { start: all.startAt(first), end: all.startAt(first) }, text: "{ " },
    { range: { start: all.endAt(end - 1), end: all.endAt(end - 1) }, text: " }" },
  ];
  const args = { expected: "`{` before the texts", found: `"${cursor.imageAt(first)}"` };
  const help = "Write `{` and `}` around the texts.";
  const fixes = [{ title: "Write `{` and `}`", edits }];
  state.problems.report("syntax-error", all.startAt(first), all.endAt(first), args, { help, fixes });
  state.take(index, tokens.KeyStart);
  state.take(index + 1);
  state.insert(tokens.LBrace, first);
  for (let at = first; at < end; at++) state.take(at, (at - first) % 4 === 0 ? tokens.KeyStart : undefined);
  state.insert(tokens.RBrace, end);
  return end;
}

/** `message:` of YAML with a line for each locale below: read as an object. */
function markLocalesBelow(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index + 2;
  while (
    cursor.isFirst(end) &&
    isLocale.test(cursor.imageAt(end)) &&
    cursor.typeAt(end + 1) === colon &&
    cursor.typeAt(end + 2) !== -1 &&
    cursor.isFirst(end + 3)
  )
    end += 3;
  if (end === index + 2) return -1;
  const key = cursor.imageAt(index);
  const from = all.endAt(index + 1);
  const to = all.endAt(end - 1);
  const edits = [
    { range: { start: from, end: from }, text: " {" },
    { range: { start: to, end: to }, text: `\n${state.indentAt(index)}}` },
  ];
  const args = { expected: "`{` before the texts", found: `"${cursor.imageAt(index + 2)}"` };
  const help = `Write \`${key}: { … }\` around the texts.`;
  state.problems.report("syntax-error", from, from, args, { help, fixes: [{ title: "Write `{` and `}`", edits }] });
  state.take(index, tokens.KeyStart);
  state.take(index + 1);
  state.insert(tokens.LBrace, index + 2);
  for (let at = index + 2; at < end; at += 3) {
    state.take(at, tokens.KeyStart);
    state.take(at + 1);
    state.take(at + 2);
  }
  state.insert(tokens.RBrace, end);
  return end;
}

/** The index of the locale; -1 for none. */
function localeAfter({ cursor, block, previousType }: MarkState, index: number): number {
  if ((block !== "node" && block !== "page") || previousType === colon) return -1;
  const between = cursor.typeAt(index + 1);
  // `node aa: Type` declares a node.
  if (between === name && declarationKeywords.has(cursor.imageAt(index))) return -1;
  const isBracketed = between === lBracket && cursor.typeAt(index + 3) === rBracket;
  const at = isBracketed || between === colon || between === atMark ? index + 2 : between === name ? index + 1 : -1;
  const end = isBracketed ? at + 2 : at + 1;
  const written = cursor.imageAt(at).replace(/^"(.*)"$/, isBracketed ? "$1" : "$&");
  return at !== -1 && cursor.typeAt(end) === colon && isLocale.test(written) ? at : -1;
}
