/** A few letters and digits that stand for a text, the same on every machine. Different texts may have the same ones. */
export function shortHash(text: string): string {
  let hash = 0;
  for (const char of text) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
