/**
 * Characters that could steer the terminal or hide others: controls, line and paragraph separators, direction marks,
 * and halves of surrogate pairs.
 */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/** Makes a text safe for one line of a terminal: dangerous characters are written as escapes. */
export function printable(text: string): string {
  return text.replace(unprintable, spellOut);
}

function spellOut(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const tab = "    ";

/** Makes one character (code point) safe for an excerpt of the source; a tab becomes four blanks. */
export function printableCharacter(char: string): string {
  if (char >= " " && char <= "~") return char;
  return char === "\t" ? tab : printable(char);
}

/** Made when a text beyond Latin is first shown, because loading Unicode's tables is slow. */
let widths: { readonly zero: RegExp; readonly emoji: RegExp } | undefined;

/** The width of a text in terminal columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += characterWidth(char);
  return width;
}

function characterWidth(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  widths ??= { zero: /^[\p{Mn}\p{Me}\p{Cf}]$/u, emoji: /^\p{Emoji_Presentation}$/u };
  if (widths.zero.test(char)) return 0;
  return isWide(point) || widths.emoji.test(char) ? 2 : 1;
}

/** The East Asian Wide and Fullwidth blocks of Unicode Standard Annex 11. */
function isWide(point: number): boolean {
  return (
    (point >= 0x1100 && point <= 0x115f) ||
    (point >= 0x2e80 && point <= 0xa4cf && point !== 0x303f) ||
    (point >= 0xa960 && point <= 0xa97c) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff60) ||
    (point >= 0xffe0 && point <= 0xffe6) ||
    (point >= 0x1f300 && point <= 0x1f64f) ||
    (point >= 0x20000 && point <= 0x3fffd)
  );
}
