import { scriptTokens } from "./script-tokens.js";

/** A script without the characters that Rhino drops while it reads. */
export interface CleanScript {
  readonly text: string;
  /** The offset in the script as it was, for an offset in `text`. */
  readonly originalOffset: (offset: number) => number;
}

/**
 * Drops the format characters (Unicode's class Cf: zero-width blanks, soft hyphens, marks of direction) that stand outside of texts. Rhino
 * does so; they come with what is pasted from web pages.
 */
export function dropFormatCharacters(body: string): CleanScript {
  if (isPlain.test(body) || !formatCharacter().test(body)) return { text: body, originalOffset: (offset) => offset };
  const kept = keptRanges(body);
  const dropped: number[] = [];
  let text = "";
  let from = 0;
  let range = 0;
  for (const { index, 0: found } of body.matchAll(formatCharacter("gu"))) {
    while ((kept[range]?.end ?? Number.POSITIVE_INFINITY) <= index) range++;
    if ((kept[range]?.start ?? Number.POSITIVE_INFINITY) <= index) continue;
    text += body.slice(from, index);
    from = index + found.length;
    for (let at = index; at < from; at++) dropped.push(at);
  }
  text += body.slice(from);
  return { text, originalOffset: (offset) => dropped.reduce((at, gone) => (gone <= at ? at + 1 : at), offset) };
}

const isPlain = /^[\0-\u00ac\u00ae-\u05ff]*$/;

/** Not made once for all scripts: loading Unicode's tables takes time. */
function formatCharacter(flags = "u"): RegExp {
  return new RegExp("\\p{Cf}", flags);
}

/** The texts of a script, in which each character counts. */
function keptRanges(body: string): readonly { readonly start: number; readonly end: number }[] {
  return scriptTokens(body)
    .filter(({ kind }) => kind === "text" || kind === "template")
    .map(({ start, text }) => ({ start, end: start + text.length + 1 }));
}
