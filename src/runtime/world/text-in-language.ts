/**
 * The text that suits the languages best: the same tag, then a shorter or longer one of the same language, else `en`,
 * else the first one; `undefined` when there is none.
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
