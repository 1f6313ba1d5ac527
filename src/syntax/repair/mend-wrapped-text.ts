import { typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import type { TokenMender } from "./token-mender.js";

const name = typeIndex(t.NameToken);
const string = typeIndex(t.StringLiteral);
const comma = typeIndex(t.Comma);
const colon = typeIndex(t.Colon);
const dot = typeIndex(t.Dot);
const equals = typeIndex(t.Equals);
const lBracket = typeIndex(t.LBracket);
const rBracket = typeIndex(t.RBracket);

/** `$"…"` and `$@"…"`: marks that some languages put before a text. */
export function mendPrefixMark(mender: TokenMender, index: number, text: string): boolean {
  const next = mender.typeAt(index + 1);
  const touches = mender.tokens.startAt(index + 1) === mender.tokens.endAt(index);
  if (!/^[$@~^]+$/.test(text) || !touches || next !== string) return false;
  mender.superfluous(
    mender.tokens.startAt(index),
    mender.tokens.endAt(index),
    "Remove it: a text has its quotes alone.",
  );
  return true;
}

/** Functions that only give back the text that they get, as it is or in another language. */
const ofTexts =
  /^(?:t|tr|_|__|gettext|translate|localize|l10n|i18n|msg|message|str|string|text|raw|html|nameof|literal)$/i;
const ofLists = /^(?:list|array|set|tuple|vec|toset|tolist|Of|of|listOf|arrayOf|setOf)$/i;
const ofVariables = /^(?:env|getenv|esv|secret|lookup|variable|process|config|ref|parameter|getProperty)$/i;

/** `t("…")`, `list("a", "b")`, `env("NAME")` in the place of a value: nothing is called here. */
export function mendCalledText(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  if (text !== "(" || output.endAt(output.length - 1) !== tokens.startAt(index)) return false;
  let first = output.length - 1;
  if (output.typeAt(first) !== name) return false;
  while (output.typeAt(first - 1) === dot && output.typeAt(first - 2) === name) first -= 2;
  const before = output.typeAt(first - 1);
  if (before !== colon && before !== comma && before !== lBracket && before !== equals) return false;
  const end = mender.lineEnd(index);
  let close = index + 1;
  while (close < end && (tokens.typeAt(close) === string || tokens.typeAt(close) === comma)) close++;
  if (close === index + 1 || close === end || !tokens.imageAt(close).startsWith(")")) return false;
  const start = output.startAt(first);
  const called = mender.text.slice(start, tokens.startAt(index));
  const word = called.split(".").at(-1) ?? "";
  const written = mender.text.slice(tokens.startAt(index + 1), tokens.endAt(close - 1));
  const isOne = close === index + 2;
  const isList = ofLists.test(word) || !isOne;
  const values = isList ? `[${written}]` : written;
  const closeEnd = tokens.startAt(close) + 1;
  const isClear = isOne ? ofTexts.test(word) || ofLists.test(word) : ofLists.test(word);
  const plain = written.slice(1, -1);
  const variable = /^esv/.test(plain)
    ? plain.replace(/[-_]/g, ".")
    : `esv.${plain.toLowerCase().replace(/[-_ ]/g, ".")}`;
  if (isOne && ofVariables.test(called.split(".")[0] ?? "")) {
    const help = `Nothing is called here. A variable of the tenant is written \`"&{${variable}}"\`.`;
    mender.problems.report("unexpected-character", start, closeEnd, { text: `${called}(` }, { help });
  } else if (isClear) mender.foreign(start, closeEnd, values);
  else {
    const help = `Nothing is called here: write \`${values}\`, or what comes of it.`;
    mender.problems.report("unexpected-character", start, closeEnd, { text: `${called}(` }, { help });
  }
  output.truncate(first);
  if (isList) mender.put(lBracket, start, start + 1);
  for (let at = index + 1; at < close; at++) output.copy(tokens, at, tokens.typeAt(at));
  if (isList) mender.put(rBracket, closeEnd - 1, closeEnd);
  mender.goTo(close + 1);
  return true;
}
