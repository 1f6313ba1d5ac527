/**
 * Rewrites `text.length()` to `text.Length()`. In Java, and therefore in scripts of the legacy engine, the length of a
 * text is a method; in QuickJS it is a number that cannot be changed. Strings, comments and regular expressions are
 * left alone, and positions stay because both names have the same length.
 */
export function rewriteJavaLength(body: string): string {
  if (!javaLength.test(body)) return body;
  return body.replace(token, (found, call: string | undefined) => (call === undefined ? found : `.L${found.slice(2)}`));
}

const javaLength = /\.length\s*\(\s*\)/;

// Matches comments, strings, templates, and regular expressions (where no value can end before the slash), or else the
// call itself.
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|(?<=[=(,:;!&|?{}[+\n]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|(\.length\s*\(\s*\))/g;
