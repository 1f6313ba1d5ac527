/**
 * The text in the language that suits best: the same tag, then a shorter or longer tag of that language, then `en`,
 * then the first text. `undefined` when there is none.
 */
export function textInLanguage(texts: ReadonlyMap<string, string>, languages: readonly string[]): string | undefined {
  if (texts.size === 0) return undefined;
  const byTag = textsByTag(texts);
  for (const asked of languages) {
    const language = normal(asked);
    for (let tag = language; tag !== ""; tag = tag.slice(0, Math.max(tag.lastIndexOf("-"), 0))) {
      const found = byTag.get(tag);
      if (found !== undefined) return found;
    }
    const longer = [...byTag].find(([tag]) => tag.startsWith(`${language}-`));
    if (longer) return longer[1];
  }
  return byTag.get("en") ?? byTag.values().next().value;
}

const known = /* @__PURE__ */ new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** The texts by the normal form of their tags. The texts of a node are asked for again and again. */
function textsByTag(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const made = known.get(texts) ?? new Map([...texts].map(([tag, text]) => [normal(tag), text]));
  known.set(texts, made);
  return made;
}

function normal(tag: string): string {
  return tag.toLowerCase().replaceAll("_", "-");
}
