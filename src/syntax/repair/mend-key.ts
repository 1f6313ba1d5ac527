import { lineFrom } from "./line-of-tokens.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { dot, name } = typeNumbers;

/** `key?: 1` and `$key: 1`, and `key/de: "…"` for a locale: what keys have beside their name elsewhere. */
export function mendKeyMark(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const start = tokens.startAt(index);
  const end = tokens.endAt(index);
  const last = output.length - 1;
  const isBehindKey = !mender.isFirst(index) && mender.isFirst(index - 1) && output.typeAt(last) === name;
  if (
    isBehindKey &&
    /^[?!*]$/.test(text) &&
    output.endAt(last) === start &&
    /^[ \t]*:/.test(mender.text.slice(end, end + 20))
  ) {
    mender.superfluous(start, end, "Remove it: a key is a name alone.");
    return true;
  }
  if (isBehindKey && text === "/" && /^\/[a-z]{2}(?:[-_][A-Za-z]{2,4})?[ \t]*:/.test(lineFrom(mender, index))) {
    mender.foreign(start, end, ".");
    mender.put(dot, start, end);
    return true;
  }
  return false;
}
