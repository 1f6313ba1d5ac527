/** What a custom matcher of the lexer answers: the matched text, alone in an array, as a RegExp would. */
export type Match = [string] | null;

const unicodeName = /[\p{L}_](?:[\p{L}\p{M}\p{N}_]|-(?!>))*/uy;
/** Everything that begins no token and is no white space, as one run. */
const badRun = /(?:[^\s\p{L}_\d"{}[\]:,.@=/-]|[/-](?![/*>\d]))+|./suy;

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
  unicodeName.lastIndex = offset;
  const found = unicodeName.exec(text);
  return found === null ? null : [found[0]];
}

/** Matches characters that no token begins with: all of a run at once, so that a binary file is few tokens. */
export function matchBadCharacters(text: string, offset: number): Match {
  badRun.lastIndex = offset;
  const found = badRun.exec(text);
  return found === null ? null : [found[0]];
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
