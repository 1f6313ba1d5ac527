import { codes } from "../diagnostics/codes.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Range } from "../text/range.js";

const keyword = "journey-ignore-next-line";

/** What an ignore comment says; ranges are those in the comment. */
interface IgnoreComment {
  /** The codes, at least one, which may be empty. */
  readonly listed: readonly { readonly code: string; readonly range: Range }[];
  readonly reason: string;
  readonly wrong: WrongForm | undefined;
}

/** A part of a comment that is written otherwise elsewhere: its first word, or what stands between code and reason. */
export interface WrongForm {
  readonly kind: "keyword" | "colon";
  readonly range: Range;
  /** What is written there. */
  readonly text: string;
}

const otherWords = /(?:journey|jrn)c?[-_ ]?(?:ignore|disable|suppress|allow|nolint)/i;

/** Whether a comment may be one: most are none. */
export function mayIgnore(text: string): boolean {
  return otherWords.test(text);
}

/** Reads `// journey-ignore-next-line code, code: reason`, and what is like it; `undefined` for any other comment. */
export function readIgnoreComment(text: string): IgnoreComment | undefined {
  const [head, mark, word] = /^(\/\/|\/\*+)\s*([\w-]+)/.exec(text) ?? [];
  if (head === undefined || word === undefined) return undefined;
  const isBlock = mark !== "//";
  const isOther = word !== keyword && otherWords.test(word);
  if (word !== keyword && !isOther) return undefined;
  const end = isBlock ? text.replace(/\s*\*+\/$/, "").length : text.length;
  const { listed, at } = readCodes(text.slice(0, end), head.length);
  const [, lead = "", reason = ""] = /^(\s*(?::|[-–—=(]+|because\b)?\s*)(.*?)\s*$/s.exec(text.slice(at, end)) ?? [];
  if (isOther || isBlock) {
    // Another comment may begin with such a word.
    if (!listed.some(({ code }) => isLikeCode(code))) return undefined;
    return { listed, reason, wrong: { kind: "keyword", ...rewrite(text, word, isBlock, end) } };
  }
  if (lead.includes(":") || reason === "") return { listed, reason, wrong: undefined };
  const plain = lead.includes("(") ? reason.replace(/\)$/, "") : reason;
  return { listed, reason: plain, wrong: { kind: "colon", range: { start: at, end }, text: `: ${plain}` } };
}

function rewrite(text: string, word: string, isBlock: boolean, end: number): Pick<WrongForm, "range" | "text"> {
  const start = text.indexOf(word);
  if (!isBlock) return { range: { start, end: start + word.length }, text: keyword };
  const rest = text.slice(start + word.length, end).replace(/\s+/g, " ");
  return { range: { start: 0, end: text.length }, text: `// ${keyword}${rest}` };
}

/** The codes from an offset on, and the offset behind them. A further word is one where a comma or its own name says so. */
function readCodes(text: string, from: number): { listed: IgnoreComment["listed"]; at: number } {
  const listed: { code: string; range: Range }[] = [];
  const next = /([\s,]*)([\w-]*\w)/y;
  next.lastIndex = from;
  let at = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [whole, between = "", code = ""] = found;
    if (listed.length > 0 && !between.includes(",") && !isLikeCode(code)) break;
    const end = found.index + whole.length;
    listed.push({ code, range: { start: end - code.length, end } });
    at = end;
  }
  if (listed.length > 0) return { listed, at };
  return { listed: [{ code: "", range: { start: 0, end: text.length } }], at };
}

function isLikeCode(word: string): boolean {
  return Object.hasOwn(codes, word) || (word.includes("-") && nearestName(word, Object.keys(codes)) !== undefined);
}
