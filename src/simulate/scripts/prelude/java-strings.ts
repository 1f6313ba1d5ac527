import { define } from "./border.js";

/** The characters of a text as Java's `char[]`; scripts turn it back into a text with `String(…)`. */
export function characters(text: string): readonly string[] {
  const list = text.split("");
  define(list, "toString", () => text);
  return list;
}

/** The UTF-8 bytes of a text. Half a surrogate pair becomes a question mark, as in Java. */
export function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point < 0xe000 ? 0x3f : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
  return bytes;
}
