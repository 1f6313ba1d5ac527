/** Longer texts are cut, since an assistant reads all of an answer. */
export const mostCharacters = 60_000;

/** A text that is no longer than an answer may be, with the number of characters that are left out. */
export function boundedText(content: string): { readonly text: string; readonly leftOut: number } {
  if (content.length <= mostCharacters) return { text: content, leftOut: 0 };
  const end = content.lastIndexOf("\n", mostCharacters - 1);
  const cut = content.slice(0, end > 0 ? end + 1 : mostCharacters);
  return { text: cut, leftOut: content.length - cut.length };
}
