/** A number as people write it, with its digits in groups of three: `60,000`, `1 000 000`, `60'000`, `1.000.000`. */
export interface GroupedNumber {
  readonly end: number;
  readonly digits: string;
}

/** One group behind a full stop may as well be a fraction, and what stands behind a blank another number. */
const forms =
  /[+-]?[1-9]\d{0,2}(?:([,'’_])\d{3}(?:\1\d{3})*|(?:\.\d{3}){2,}|(?:[ \u00a0\u2009\u202f]\d{3})*[ \u00a0\u2009\u202f]000)(?![\w.,'’])/y;

/** The number that begins at an offset; `undefined` where none in groups does. */
export function groupedNumberAt(text: string, offset: number): GroupedNumber | undefined {
  forms.lastIndex = offset;
  const [found] = forms.exec(text) ?? [];
  if (found === undefined) return undefined;
  const digits = found.replace(/[^\d-]/g, "");
  return { end: offset + found.length, digits };
}
