import { lookUpType, shortTypeName, typeIds } from "./catalogue.js";
import type { NodeType } from "./node-type.js";

/** The type with this id or short name, in whatever case. */
export function findType(name: string): NodeType | undefined {
  const exact = lookUpType(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  const ids = typeIds().filter((id) => [id, shortTypeName(id)].some((each) => each.toLowerCase() === wanted));
  return ids.length === 1 ? lookUpType(ids[0] ?? "") : undefined;
}

/** The types whose id, name in the console, summary or tags contain all words; without words, all types. */
export function searchTypes(words: readonly string[]): readonly NodeType[] {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/));
  return typeIds()
    .map((id) => lookUpType(id))
    .filter((type) => type !== undefined)
    .filter((type) => {
      const text = [type.id, type.displayName, type.summary, ...type.tags].join("\n").toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
}
