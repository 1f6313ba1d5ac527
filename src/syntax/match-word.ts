/** What a custom matcher of the lexer answers: the matched text, alone in an array, as a RegExp would. */
export type Match = [string] | null;

/**
 * Matches a name. Chevrotain drops the `u` flag of patterns, so that `\p{L}` would never match there: hence a function.
 * Names of ASCII letters, which nearly all are, take the quick way.
 */
export function matchName(text: string, offset: number): Match {
  let end = offset;
  let code = text.charCodeAt(end);
  if (isAsciiLetter(code)) {
    do {
      end++;
      code = text.charCodeAt(end);
    } while (isAsciiLetter(code) || (code >= 48 && code <= 57) || (code === 45 && text.charCodeAt(end + 1) !== 62));
    if (!(code > 127)) return [text.slice(offset, end)];
  }
  return matchAt(/[\p{L}_](?:[\p{L}\p{M}\p{N}_]|-(?!>))*/uy, text, offset);
}

/**
 * Matches what begins no token and is no white space: all of a run at once, so that a binary file is few tokens.
 */
export function matchBadCharacters(text: string, offset: number): Match {
  return matchAt(/(?:[^\s\p{L}_\d"{}[\]:,.@=/-]|[/-](?![/*>\d]))+|./suy, text, offset);
}

/** Patterns with classes of Unicode are dear to make: they stand where they are used, for most texts need none. */
function matchAt(pattern: RegExp, text: string, offset: number): Match {
  pattern.lastIndex = offset;
  const found = pattern.exec(text);
  return found === null ? null : [found[0]];
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
