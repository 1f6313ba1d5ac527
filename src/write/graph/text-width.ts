/**
 * Character widths of Helvetica and Arial (and Liberation Sans, which has the same), in thousandths of the font size:
 * `width: characters`.
 */
const classes: readonly (readonly [number, string])[] = [
  [222, "'ijl|"],
  [278, " !,./:;[\\]Itf"],
  [333, '-()`r"'],
  [500, "cksvxyzJ*^{}"],
  [611, "FTZ"],
  [667, "ABEKPSVXY&"],
  [722, "CDHNRUw"],
  [778, "GOQ"],
  [833, "Mm"],
  [944, "W%@"],
];

const widths = new Map(classes.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)));

const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]$/u;
const emoji = /^\p{Extended_Pictographic}$/u;

/**
 * Estimates the width of a drawn text. No font is available where pictures are written, so the figures are those of the
 * requested fonts. Other characters count as wide as the widest of their kind.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += widths.get(character) ?? otherWidth(character);
  return (sum / 1000) * size * (bold ? 1.08 : 1);
}

function otherWidth(character: string): number {
  if (character.charCodeAt(0) < 0x80) return 556;
  if (noWidth.test(character)) return 0;
  if (wide.test(character)) return 1000;
  if (emoji.test(character)) return 1300;
  return character.toLowerCase() === character ? 600 : 780;
}
