import { farthest, lineFrom } from "./line-of-tokens.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, lBrace, lBracket, name, rBrace, rBracket, string } = typeNumbers;

/** `Login() {`: nothing is called here. */
export function mendEmptyCall(mender: TokenMender, index: number, text: string): boolean {
  if (text !== "()" || mender.isFirst(index)) return false;
  const { tokens } = mender;
  mender.superfluous(tokens.startAt(index), tokens.endAt(index), "Remove it: nothing is called here.");
  return true;
}

/** A pair of parentheses on one line is a list after a colon, an object where it holds keys, and else means nothing. */
export function mendParenthesis(mender: TokenMender, index: number, text: string): boolean {
  if (text !== "(" && text !== "（") return false;
  const { tokens, output } = mender;
  if (output.typeAt(output.length - 1) === colon && mender.bareText(index)) return true;
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
  const isObject = inner === colon || inner === typeNumbers.equals;
  const before = output.typeAt(output.length - 1);
  if (isObject && before === name && mender.typeAt(end - 1) === lBrace && close < end - 1)
    return mendSettings(mender, index, close);
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

/** `node Level: AuthLevelDecision(authLevelRequirement: 1) {`: settings stand in the braces that follow. */
function mendSettings(mender: TokenMender, index: number, close: number): boolean {
  const { tokens, text } = mender;
  const settings: string[] = [];
  let depth = 0;
  let from = index + 1;
  for (let at = index + 1; at <= close; at++) {
    const type = tokens.typeAt(at);
    if (type === lBrace || type === lBracket) depth++;
    else if (type === rBrace || type === rBracket) depth--;
    if (at < close && (depth > 0 || type !== comma)) continue;
    const written = at === from ? "" : text.slice(tokens.startAt(from), tokens.endAt(at - 1));
    if (written !== "") settings.push(written.replace(/^([\w.]+)\s*=\s*/, "$1: "));
    from = at + 1;
  }
  const [start, end] = [tokens.startAt(index), tokens.startAt(close) + 1];
  const brace = tokens.endAt(mender.lineEnd(index) - 1);
  const indent = `\n${mender.indentAt(index)}  `;
  const edits = [
    { range: { start, end }, text: "" },
    { range: { start: brace, end: brace }, text: settings.map((setting) => indent + setting).join("") },
  ];
  const shown = settings.map((setting) => `\`${setting}\``).join(", ");
  const help = `Settings stand in the braces, each on a line: ${shown}.`;
  const fixes = [{ title: "Write them in the braces", edits }];
  mender.problems.report("unexpected-character", start, end, { text: text.slice(start, end) }, { help, fixes });
  mender.goTo(close + 1);
  return true;
}

function isInLayout(text: string, offset: number): boolean {
  return /\blayout\s*\{[^{}]*$/.test(text.slice(Math.max(0, offset - farthest), offset));
}

/** `node Wait<PollingWait> {`. */
export function mendGeneric(mender: TokenMender, index: number, text: string): boolean {
  const [found, type] = /^<(\w+)>(?=\s*[{"]|$)/.exec(lineFrom(mender, index)) ?? [];
  if (text !== "<" || found === undefined || !mender.isFirst(index - 2)) return false;
  mender.foreign(mender.tokens.startAt(index), mender.tokens.startAt(index) + found.length, `: ${type}`);
  mender.put(colon, mender.tokens.startAt(index), mender.tokens.endAt(index));
  mender.output.copy(mender.tokens, index + 1, name);
  mender.goTo(index + 3);
  return true;
}

/** `pageHeader(de):` is a locale, `require Check(true)` an outcome, `Wait(PollingWait) {` the type of a node. */
function mendCall(mender: TokenMender, index: number): boolean {
  const { tokens, output } = mender;
  const sign = output.length - 2;
  if (output.typeAt(sign) === typeNumbers.at && mender.isFirst(index - 2)) {
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
  const isLocale = mender.typeAt(index + 3) === colon || mender.isReadAsWhole(index);
  const start = tokens.startAt(index);
  const end = tokens.endAt(index + 2);
  mender.foreign(start, end, `${isLocale ? "." : ": "}${tokens.imageAt(index + 1)}`);
  mender.put(isLocale ? typeNumbers.dot : colon, start, start + 1);
  output.copy(tokens, index + 1, tokens.typeAt(index + 1));
  mender.goTo(index + 3);
  return true;
}
