import { lookUpType, shortTypeName, typeIds, versionOf } from "../../catalogue/catalogue.js";

let types: ReadonlyMap<string, readonly string[]> | undefined;

/** The types that write a key of node state, as a text names them. Reads the whole catalogue when it is first asked. */
export function typesThatWrite(key: string): readonly string[] {
  types ??= byKey();
  return types.get(key) ?? [];
}

function byKey(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const id of typeIds()) {
    const type = lookUpType(id);
    if (type === undefined || type.deprecated) continue;
    const keys = new Set(versionOf(type, type.defaultVersion)?.outputs?.flatMap(({ key }) => key ?? []));
    for (const key of keys) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [shortTypeName(id)]);
      else known.push(shortTypeName(id));
    }
  }
  return found;
}
