/**
 * Rewrites `text.length()` to `text.Length()`. To Java, and so to scripts of the legacy engine, a text's length is a
 * method; to QuickJS it is a number that nothing can change. Texts, comments and regular expressions stay, and so do
 * all places: both names are equally long.
 */
export function rewriteJavaLength(body: string): string {
  if (!javaLength.test(body)) return body;
  return body.replace(token, (found, call: string | undefined) => (call === undefined ? found : `.L${found.slice(2)}`));
}

const javaLength = /\.length\s*\(\s*\)/;

// Comments, texts, templates, and regular expressions where a value cannot end before the slash; else the call itself.
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|(?<=[=(,:;!&|?{}[+\n]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|(\.length\s*\(\s*\))/g;
