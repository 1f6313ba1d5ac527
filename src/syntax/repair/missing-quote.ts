/** In characters: a longer line is not looked at. */
export const longestLine = 400;

const pieces = /\s+|"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*|-?\d+(?:\.\d+)?|->|\/\/.*|[:,.@={}[\]]/uy;
const otherMark = /[\\'`´‘’‚‛“”„‟«»″＂]/u;
const headers = /^\s*(?:journey|node|page|script|scenario|given|expect|submit|stub)\b/;

/** A text of a line that lacks one of its two quotes. */
export interface HalfQuoted {
  /** Where the text begins and ends, with the quote that it has. */
  readonly start: number;
  readonly end: number;
  /** Where the other quote belongs. */
  readonly quoteAt: number;
  /** Whether that is the first of the two. */
  readonly isOpening: boolean;
  /** What the line consists of with the quote, at the places without it. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The text that lacks a quote in a line `key: { en: "One, de: "Two" }` or `key: Some words"`: there is only one place for a quote with
 * which the line consists of keys, values and marks. `undefined` where there is none, or more than one.
 */
export function halfQuotedIn(line: string): HalfQuoted | undefined {
  const quotes = line.replace(/\\./g, "  ").split('"').length - 1;
  if (line.length > longestLine || quotes % 2 === 0 || line.includes('"""')) return undefined;
  const places = [...openingPlaces(line), ...closingPlaces(line)];
  const found = places.filter((at) => isWhole(`${line.slice(0, at)}"${line.slice(at)}`));
  const [quoteAt, second] = found;
  if (quoteAt === undefined || second !== undefined) return undefined;
  // A mark of another kind stands for the quote.
  if (otherMark.test(line.charAt(quoteAt)) || otherMark.test(line.charAt(quoteAt - 1))) return undefined;
  const mended = `${line.slice(0, quoteAt)}"${line.slice(quoteAt)}`;
  const parts = (partsOf(mended) ?? []).map(({ image, start, end }) => ({
    image,
    start: start > quoteAt ? start - 1 : start,
    end: end > quoteAt ? end - 1 : end,
  }));
  const text = parts.find(({ image, start, end }) => image.startsWith('"') && start <= quoteAt && quoteAt <= end);
  return text && { start: text.start, end: text.end, quoteAt, isOpening: quoteAt === text.start, parts };
}

/** Where a text can begin: behind a mark. */
function openingPlaces(line: string): readonly number[] {
  return [...line.matchAll(/[:,[{=]\s*(?=[^\s"])/g)].map(({ 0: mark, index }) => index + mark.length);
}

/** Where a text can end: before a mark, and at the end of the line. */
function closingPlaces(line: string): readonly number[] {
  return [...line.matchAll(/[^\s"](?=\s*(?:[,:}\]{]|->|$))/g)].map(({ index }) => index + 1);
}

/** Whether a line consists of keys, values and marks, and closes its brackets. */
function isWhole(line: string): boolean {
  const tokens = partsOf(line)?.map(({ image }) => image);
  if (tokens === undefined) return false;
  const open: string[] = [];
  const isHeader = headers.test(line);
  for (const [index, token] of tokens.entries()) {
    if (token === "{" || token === "[") open.push(token);
    else if ((token === "}" && open.pop() !== "{") || (token === "]" && open.pop() !== "[")) return false;
    const around = { before: tokens[index - 1], behind: tokens[index + 1], bracket: open.at(-1), isHeader };
    if (token.startsWith('"') ? !standsAsText(around) : /^[\p{L}_]/u.test(token) && !standsAsWord(token, around))
      return false;
  }
  return open.length === 0 || (isHeader && open.length === 1 && tokens.at(-1) === "{");
}

/** Without white space and comments; `undefined` where something else stands in the line. */
function partsOf(line: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  pieces.lastIndex = 0;
  for (let start = 0; start < line.length; start = pieces.lastIndex) {
    const image = pieces.exec(line)?.[0];
    if (image === undefined) return undefined;
    if (image.startsWith("//")) break;
    if (image.trim() !== "") parts.push({ image, start, end: start + image.length });
  }
  return parts;
}

interface Around {
  readonly before: string | undefined;
  readonly behind: string | undefined;
  /** The bracket that is open here. */
  readonly bracket: string | undefined;
  readonly isHeader: boolean;
}

function standsAsText({ before, behind, bracket, isHeader }: Around): boolean {
  const isKey = behind === ":";
  if (before === undefined) return isKey || behind === "," || behind === "->";
  if (before === ",") return bracket === "{" ? isKey : !isKey && (bracket === "[" || behind === "," || behind === "->");
  if (before === "{") return isKey;
  const isEnd = behind === undefined || behind === "," || behind === "}" || behind === "]";
  if (before === ":" || before === "[" || before === "=") return isEnd;
  return isHeader && /^[\p{L}_]/u.test(before) && (behind === undefined || behind === "{" || behind === "@");
}

function standsAsWord(word: string, { before, behind, bracket, isHeader }: Around): boolean {
  if (behind === ":" || behind === "." || before === "." || before === "->" || behind === "->") return true;
  if (/^(?:true|false|null|absent)$/.test(word)) return before === ":" || before === "[" || before === ",";
  return isHeader && bracket !== "[" && (bracket === undefined || behind === "{" || before === ":");
}
