import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { JourneyDeclaration, JourneyMember } from "../../syntax/ast.js";
import type { ParseResult } from "../../syntax/parse.js";
import type { Range } from "../../text/range.js";

/** What is parsed instead of a long text to know what stands at a place of it. */
export interface ParsedExcerpt {
  /** The member of a journey there and those beside it, at the offsets that they have in the text, in the journey's braces. */
  readonly text: string;
  /** The members that are left out. */
  readonly before: readonly JourneyMember[];
  readonly after: readonly JourneyMember[];
}

/** A shorter text is parsed as a whole in no time. */
const longText = 20_000;

/**
 * The part of a text in which a word is about to be written. `undefined` where the whole text is to be parsed: it is short, the place is in no
 * journey, or it is broken so that it is uncertain what belongs together.
 */
export function excerptAround(parsed: ParseResult, word: Range, long = longText): ParsedExcerpt | undefined {
  const { text } = parsed.source;
  if (text.length < long) return undefined;
  const journey = parsed.file.items.find((item) => isAround(item.range, word));
  if (journey?.kind !== "journey" || journey.members.length === 0) return undefined;
  const { members } = journey;
  const found = members.findIndex(({ range }) => range.end >= word.start);
  const at = found === -1 ? members.length : found;
  const [first, next] = [Math.max(0, at - 1), at + 2];
  const from = lineStart(text, members[first]?.range.start ?? word.start);
  const last = members[next - 1];
  const to = last?.range.end ?? journey.range.end;
  const opening = openingOf(journey, text);
  if (opening === undefined || opening.length >= from || !isAround({ start: from, end: to }, word)) return undefined;
  // After other mistakes, such as a bracket that is missing, the whole text decides what stands in what.
  const isOfExcerpt = ({ code, place }: Diagnostic) =>
    code === "syntax-error" && isAround({ start: from, end: to }, place.range);
  if (!parsed.diagnostics.every(isOfExcerpt)) return undefined;
  const blanks = " ".repeat(from - opening.length - 1);
  const excerpt = `${opening}${blanks}\n${text.slice(from, to)}${last === undefined ? "" : "\n}"}`;
  return { text: excerpt, before: members.slice(0, first), after: members.slice(next) };
}

function isAround(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The beginning of the line, where nothing stands before the offset; else the offset. */
function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start, offset).trim() === "" ? start : offset;
}

/** `journey Name "title" {`. */
function openingOf({ name, title, range }: JourneyDeclaration, text: string): string | undefined {
  const end = (title ?? name)?.range.end;
  const brace = end === undefined ? -1 : text.indexOf("{", end);
  return brace === -1 ? undefined : text.slice(range.start, brace + 1);
}
