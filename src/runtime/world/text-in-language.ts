/**
 * The text in the language that suits best: the same tag, then a shorter or longer tag of that language, then `en`,
 * then the first text. `undefined` when there is none.
 */
export function textInLanguage(texts: ReadonlyMap<string, string>, languages: readonly string[]): string | undefined {
  const byTag = new Map([...texts].map(([tag, text]) => [normal(tag), text]));
  for (const language of languages.map(normal)) {
    for (let tag = language; tag !== ""; tag = tag.slice(0, Math.max(tag.lastIndexOf("-"), 0))) {
      const found = byTag.get(tag);
      if (found !== undefined) return found;
    }
    const longer = [...byTag].find(([tag]) => tag.startsWith(`${language}-`));
    if (longer) return longer[1];
  }
  return byTag.get("en") ?? byTag.values().next().value;
}

function normal(tag: string): string {
  return tag.toLowerCase().replaceAll("_", "-");
}
