import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "./json.js";

/** The members of an object in the order of their names by code unit. */
export function sortedEntries(of: JsonObject): readonly (readonly [string, Json])[] {
  return sortedKeys(of).map((key) => [key, getOwn(of, key) ?? null] as const);
}

/** The names of the members by code unit. Most objects have them in this order already, which one look tells. */
export function sortedKeys(of: object): readonly string[] {
  const keys = Object.keys(of);
  for (let index = 1; index < keys.length; index++)
    if ((keys[index - 1] ?? "") > (keys[index] ?? "")) return keys.sort();
  return keys;
}

/** The value with the members of all objects in it in order, since their order means nothing in JSON; lists stay as they are. */
export function withSortedKeys(value: Json): Json {
  return typeof value !== "object" || value === null || isSorted(value) ? value : sortedCopy(value);
}

/** Most values are sorted, or have nothing to sort: seeing that costs less than a copy. */
function isSorted(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return (value as readonly Json[]).every(isSorted);
  let before = "";
  for (const key of Object.keys(value)) {
    if (key < before || !isSorted((value as JsonObject)[key] ?? null)) return false;
    before = key;
  }
  return true;
}

function sortedCopy(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortedCopy);
  if (!isJsonObject(value)) return value;
  const copy: Record<string, Json> = {};
  for (const [key, member] of sortedEntries(value)) setOwn(copy, key, sortedCopy(member));
  return copy;
}
