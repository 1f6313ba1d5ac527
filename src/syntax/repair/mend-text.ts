import { bareTextStart } from "./bare-text.js";
import { farthest, lineFrom } from "./line-of-tokens.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, comma, lBracket, name, string } = typeNumbers;

/** `key: |` and `key: >` of YAML with indented lines below, and `key: <<END` with lines up to `END`. */
export function mendTextOverLines(mender: TokenMender, index: number, text: string): boolean {
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
  const help = 'A text over several lines stands between `"""` and `"""`';
  if (isHeredoc) {
    const opening = { start, end: tokens.endAt(index + 1) };
    const closing = { start: tokens.startAt(end - 1), end: tokens.endAt(end - 1) };
    const edits = [opening, closing].map((range) => ({ range, text: '"""' }));
    // Without a mark behind it, the lines keep their indentation.
    const fixes = text === "<<" ? [] : [{ title: 'Write """', edits }];
    const args = { found: mender.text.slice(start, opening.end), right: '"""' };
    const extras = { help: `${help}: write the second one for \`${mark}\`.`, fixes };
    mender.problems.report("foreign-spelling", start, opening.end, args, extras);
  } else mender.foreign(start, tokens.endAt(index), '"""', undefined, `${help}.`);
  mender.put(string, start, tokens.endAt(index));
  mender.goTo(end);
  return true;
}

function indentOf(mender: TokenMender, index: number): number {
  const start = mender.tokens.startAt(index);
  return start - mender.text.lastIndexOf("\n", start) - 1;
}

/** `+25` and `25%`. */
export function mendAtNumber(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const number = typeNumbers.number;
  const [start, end] = [tokens.startAt(index), tokens.endAt(index)];
  if (text === "+" && mender.bareText(index)) return true;
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

const parameterForms = /^(?:%(\w+)%|[#%@&]\{(\w+)\}|\$\((\w+)\)|\$\{\{\s*(?:\w+\.)?(\w+)\s*\}\}|[$@](\w+))/;

/** `%home%`, `#{home}` and `$home` for the value of a parameter. */
export function mendParameter(mender: TokenMender, index: number): boolean {
  const last = mender.output.typeAt(mender.output.length - 1);
  if (last !== colon && last !== comma && last !== lBracket && last !== typeNumbers.equals) return false;
  const line = lineFrom(mender, index);
  const [placeholder, esv] = /^[&$](esv[.\w-]*\w)/.exec(line) ?? [];
  if (placeholder !== undefined) {
    mender.foreignText(index, placeholder.length, string, `"&{${esv?.replace(/[_-]/g, ".")}}"`);
    return true;
  }
  const [found, ...names] = parameterForms.exec(line) ?? [];
  const parameter = names.find((each) => each !== undefined);
  if (found === undefined || parameter === undefined || !mender.parameters.has(parameter)) return false;
  mender.foreignText(index, found.length, string, `"\${${parameter}}"`);
  return true;
}

/** `prompt: How are you?`: the words of a text without its quotes are one, as the binder says. */
export function mendBareText(mender: TokenMender, index: number): boolean {
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

/** `2 * 60 * 1000`: nothing is computed here. */
export function mendProduct(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const number = typeNumbers.number;
  const last = output.length - 1;
  if (text !== "*" || output.typeAt(last) !== number || mender.typeAt(index + 1) !== number) return false;
  let product = Number(output.imageAt(last));
  let at = index;
  while (mender.tokens.imageAt(at) === "*" && mender.typeAt(at + 1) === number) {
    product *= Number(tokens.imageAt(at + 1));
    at += 2;
  }
  const start = output.startAt(last);
  if (mender.typeAt(at) !== -1 || !Number.isSafeInteger(product)) return false;
  mender.foreign(start, tokens.endAt(at - 1), String(product));
  mender.goTo(at);
  return true;
}
