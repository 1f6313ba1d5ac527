/**
 * Where a name ends that begins at `offset`; -1 when none does. Chevrotain drops the `u` flag of patterns, so that `\p{L}`
 * would never match there: hence a function. Names of ASCII letters, which nearly all are, take the quick way.
 */
export function findNameEnd(text: string, offset: number): number {
  let end = offset;
  let code = text.charCodeAt(end);
  if (isAsciiLetter(code)) {
    do {
      end++;
      code = text.charCodeAt(end);
    } while (isAsciiLetter(code) || (code >= 48 && code <= 57) || (code === 45 && text.charCodeAt(end + 1) !== 62));
    if (!(code > 127)) return end;
  }
  return findEnd(/[\p{L}_](?:[\p{L}\p{M}\p{N}_]|-(?!>))*/uy, text, offset);
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

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
