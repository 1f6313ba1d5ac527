import type { Problems } from "../problems.js";
import { longestLine } from "./missing-quote.js";

/** A text with quotes in it that are not escaped: `"Say "hi" now"`. */
export interface QuotesInside {
  readonly start: number;
  readonly end: number;
  /** Where the first word in quotes begins. */
  readonly innerStart: number;
  /** The text with its quotes escaped. */
  readonly right: string;
}

/** Where a text can end: before a mark, at the end of its line, or before what stands behind a title. */
const endsText = /^\s*(?:[,}\]{@:]|->|\/\/|$)/;

/** The text from an offset on that has words in quotes; `undefined` where it has none. */
export function quotesInsideAt(text: string, start: number): QuotesInside | undefined {
  const near = text.slice(start, start + longestLine);
  const lineEnd = near.search(/[\r\n]/);
  const line = lineEnd === -1 ? near : near.slice(0, lineEnd);
  const [opening, first, ...others] = [...line.matchAll(/\\.|"/g)].flatMap(({ 0: mark, index }) =>
    mark === '"' ? [index] : [],
  );
  // A quote that ends a text stands right behind a word, and one that begins a word does not.
  if (opening !== 0 || first === undefined || !/[\s("]/.test(line.charAt(first - 1))) return undefined;
  if (!/[\p{L}\p{N}]/u.test(line.charAt(first + 1))) return undefined;
  const last = others.find((at, index) => index % 2 === 1 && endsText.test(line.slice(at + 1)));
  if (last === undefined || /[\s:,]/.test(line.charAt((others[0] ?? 0) - 1))) return undefined;
  // `""text""` has its marks twice.
  if (first === 1 && others[0] === last - 1 && others[1] === last) return undefined;
  const right = `"${line.slice(1, last).replace(/\\.|"/g, (mark) => (mark === '"' ? '\\"' : mark))}"`;
  return { start, end: start + last + 1, innerStart: start + first + 1, right };
}

/** The one of a line that holds an offset. */
export function quotesInsideAround(text: string, lineStart: number, offset: number): QuotesInside | undefined {
  for (let at = text.indexOf('"', lineStart); at !== -1 && at < offset && at < lineStart + longestLine; ) {
    const found = quotesInsideAt(text, at);
    if (found !== undefined) return offset < found.end ? found : undefined;
    const end = text.indexOf('"', at + 1);
    if (end === -1) return undefined;
    at = text.indexOf('"', end + 1);
  }
  return undefined;
}

export function reportQuotesInside(problems: Problems, text: string, found: QuotesInside): void {
  const { start, end, innerStart, right } = found;
  const wordEnd = problems.wordEnd(innerStart);
  const args = { expected: '`\\"` for a quote inside a text', found: `"${text.slice(innerStart, wordEnd)}"` };
  const fixes = [{ title: `Write ${right}`, edits: [{ range: { start, end }, text: right }] }];
  problems.report("syntax-error", innerStart, wordEnd, args, { help: `Write \`${right}\`.`, fixes });
}
