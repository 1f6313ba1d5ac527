/**
 * Few enough bits in a word that the engine keeps it as a small integer, and a power of two so that shifting finds the
 * word.
 */
const wordShift = 4;
const wordMask = 15;

/** A set of small numbers: its bits in a plain list of words. There are thousands of these sets, mostly of one or two words. */
export type BitWords = readonly number[];

export function hasBit(words: BitWords, value: number): boolean {
  return ((words[value >> wordShift] ?? 0) & (1 << (value & wordMask))) !== 0;
}

export function bitWordsOf(values: Iterable<number>): BitWords {
  const words: number[] = [];
  for (const value of values) {
    while (words.length <= value >> wordShift) words.push(0);
    words[value >> wordShift] = (words[value >> wordShift] ?? 0) | (1 << (value & wordMask));
  }
  return words;
}

/** What is in one of the sets; the same list as the first where the second has no others. */
export function union(left: BitWords, right: BitWords): BitWords {
  let words: number[] | undefined;
  for (let at = 0; at < right.length; at++) {
    const here = left[at] ?? 0;
    const both = here | (right[at] ?? 0);
    if (both === here) continue;
    words ??= lengthened(left, right.length);
    words[at] = both;
  }
  return words ?? left;
}

/** What is in both sets; the same list as the first where that is all of it. */
export function intersection(left: BitWords, right: BitWords): BitWords {
  return mapped(left, (word, at) => word & (right[at] ?? 0));
}

/** What is in the first set alone; the same list where that is all of it. */
export function bitsWithout(left: BitWords, right: BitWords): BitWords {
  return mapped(left, (word, at) => word & ~(right[at] ?? 0));
}

function mapped(left: BitWords, change: (word: number, at: number) => number): BitWords {
  let words: number[] | undefined;
  for (let at = 0; at < left.length; at++) {
    const here = left[at] ?? 0;
    const now = change(here, at);
    if (now === here) continue;
    words ??= left.slice();
    words[at] = now;
  }
  return words ?? left;
}

function lengthened(words: BitWords, length: number): number[] {
  const longer = words.slice();
  while (longer.length < length) longer.push(0);
  return longer;
}
