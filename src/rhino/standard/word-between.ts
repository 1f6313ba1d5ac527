/** The offset of a word or sign that stands between two nodes of a script, past brackets and comments. */
export function wordBetween(text: string, word: string, from: number, to: number): number {
  const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
  for (let at = from; at < to; at++) {
    comment.lastIndex = at;
    const found = comment.exec(text);
    if (found) at += found[0].length - 1;
    else if (text.startsWith(word, at)) return at;
  }
  throw new Error(`No ${word} between ${from} and ${to}`);
}
