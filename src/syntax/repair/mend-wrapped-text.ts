import { typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import { lineFrom } from "./line-of-tokens.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { at, colon, comma, dot, equals, lBracket, name, number, rBracket, string } = typeNumbers;

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

/** `Type@^2.0` and `Type@>=2.0`: a node has one version, and no range of them. */
export function mendVersionRange(mender: TokenMender, index: number, text: string): boolean {
  const { output, tokens } = mender;
  let version = index + 1;
  while (mender.typeAt(version) === equals) version++;
  const follows = output.typeAt(output.length - 1) === at && mender.typeAt(version) === number;
  if (!/^(?:\^|~>?|[<>]=?)$/.test(text) || !follows) return false;
  mender.superfluous(tokens.startAt(index), tokens.startAt(version), "Remove it: a node has one version.");
  mender.skipTo(index + 1, tokens.startAt(version));
  return true;
}

/** Functions that only give back the text that they get, as it is or in another language. */
const ofTexts =
  /^(?:t|tr|_|__|gettext|translate|localize|l10n|i18n|msg|message|str|string|text|raw|html|nameof|literal)$/i;
const inCall: ReadonlySet<number> = new Set([string, comma, typeIndex(t.ForeignString)]);
const ofLists = /^(?:list|array|set|tuple|vec|toset|tolist|Of|of|listOf|arrayOf|setOf)$/i;
const ofVariables = /^(?:env|systemenv|getenv|esv|secret|lookup|variable|process|config|ref|parameter|get_?property)$/i;

/** `t("…")`, `list("a", "b")`, `env("NAME")` in the place of a value: nothing is called here. */
export function mendCalledText(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const single = text === "('" ? /^\('([^'\r\n]*)'\)/.exec(lineFrom(mender, index)) : null;
  if ((text !== "(" && single === null) || output.endAt(output.length - 1) !== tokens.startAt(index)) return false;
  let first = output.length - 1;
  if (output.typeAt(first) !== name) return false;
  while (output.typeAt(first - 1) === dot && output.typeAt(first - 2) === name) first -= 2;
  const before = output.typeAt(first - 1);
  if (before !== colon && before !== comma && before !== lBracket && before !== equals) return false;
  const start = output.startAt(first);
  const called = mender.text.slice(start, tokens.startAt(index));
  if (single !== null) {
    const closeEnd = tokens.startAt(index) + single[0].length;
    report(mender, { called, written: `"${single[1]}"`, isOne: true, start, end: closeEnd });
    output.truncate(first);
    mender.put(string, tokens.startAt(index) + 1, closeEnd - 1);
    mender.skipTo(index + 1, closeEnd);
    return true;
  }
  const end = mender.lineEnd(index);
  let close = index + 1;
  while (close < end && inCall.has(tokens.typeAt(close))) close++;
  if (close === index + 1 || close === end || !tokens.imageAt(close).startsWith(")")) return false;
  const written = mender.text.slice(tokens.startAt(index + 1), tokens.endAt(close - 1));
  const closeEnd = tokens.startAt(close) + 1;
  const isList = report(mender, { called, written, isOne: close === index + 2, start, end: closeEnd });
  output.truncate(first);
  if (isList) mender.put(lBracket, start, start + 1);
  for (let at = index + 1; at < close; at++) output.copy(tokens, at, tokens.typeAt(at) === comma ? comma : string);
  if (isList) mender.put(rBracket, closeEnd - 1, closeEnd);
  mender.goTo(close + 1);
  return true;
}

interface Call {
  /** With the dots in it. */
  readonly called: string;
  /** What stands in the parentheses. */
  readonly written: string;
  /** Whether that is one text. */
  readonly isOne: boolean;
  readonly start: number;
  readonly end: number;
}

/** Says what a call means here; answers whether that is a list. */
function report(mender: TokenMender, { called, written, isOne, start, end }: Call): boolean {
  const word = called.split(".").at(-1) ?? "";
  const isList = ofLists.test(word) || !isOne;
  const values = isList ? `[${written}]` : written;
  const isClear = isOne ? ofTexts.test(word) || ofLists.test(word) : ofLists.test(word);
  const plain = written.slice(1, -1);
  const isOfTenant = /^esv[-._]/i.test(plain);
  const variable = `${isOfTenant ? "" : "esv."}${plain.toLowerCase().replace(/[-_ ]/g, ".")}`;
  if (isOne && isOfTenant) mender.foreign(start, end, `"&{${variable}}"`);
  else if (isOne && called.split(".").some((part) => ofVariables.test(part))) {
    const help = `Nothing is called here. A variable of the tenant is written \`"&{${variable}}"\`.`;
    mender.problems.report("unexpected-character", start, end, { text: `${called}(` }, { help });
  } else if (isClear) mender.foreign(start, end, values);
  else {
    const help = `Nothing is called here: write \`${values}\`, or what comes of it.`;
    mender.problems.report("unexpected-character", start, end, { text: `${called}(` }, { help });
  }
  return isList;
}
