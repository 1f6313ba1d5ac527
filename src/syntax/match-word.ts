const letter = 1;
const digit = 2;
/** By character code. */
const asciiKinds: number[] = [];
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
  asciiKinds[character.charCodeAt(0)] = letter;
for (const character of "0123456789") asciiKinds[character.charCodeAt(0)] = digit;

/**
 * Where a name ends that begins at `offset`; -1 when none does. Chevrotain drops the `u` flag of patterns, so that `\p{L}`
 * would never match there: hence a function. Names of ASCII letters, which nearly all are, take the quick way.
 */
export function findNameEnd(text: string, offset: number): number {
  if (asciiKinds[text.charCodeAt(offset)] === letter) {
    let end = offset + 1;
    let code = text.charCodeAt(end);
    while (asciiKinds[code] !== undefined || code === 45) {
      const next = code === 45 ? dashesEnd(text, end) : end + 1;
      if (next === -1) break;
      end = next;
      code = text.charCodeAt(end);
    }
    if (!(code > 127)) return end;
  }
  return findEnd(/[\p{L}_](?:[\p{L}\p{M}\p{N}_]|-+(?![->]))*/uy, text, offset);
}

/** Where a row of `-` in a name ends; -1 where it is the shaft of an arrow (`a->`, `a-->`) and not of the name. */
function dashesEnd(text: string, offset: number): number {
  let end = offset + 1;
  while (text.charCodeAt(end) === 45) end++;
  return text.charCodeAt(end) === 62 ? -1 : end;
}

/** Whether a text can stand as a NAME of the grammar; any other name is written in quotes. */
export function isName(text: string): boolean {
  return findNameEnd(text, 0) === text.length;
}

/** A name as it is written: in quotes where it needs them. */
export function writtenName(name: string): string {
  return isName(name) ? name : JSON.stringify(name);
}

/**
 * Where characters end that begin no token and are no white space; all of a run at once, so that a binary file is few
 * tokens.
 */
export function findBadEnd(text: string, offset: number): number {
  return findEnd(/(?:[^\s\p{L}_\d"{}[\]:,.@=/-]|[/-](?![/*>\d]))+|./suy, text, offset);
}

/** Patterns with classes of Unicode are dear to make: they stand where they are used, for most texts need none. */
function findEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
