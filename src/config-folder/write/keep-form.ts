import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { jsonIn, writeLike } from "../../text/json-form.js";
import { isSameJson } from "../../text/merge-patch.js";

/**
 * The text of a JSON file that gets a new value, as little changed as can be: the order of members, the revisions that the platform
 * gave to objects, the indentation and the end of the file stay. A file that says the same already stays byte for byte, and one
 * that is no JSON gives way.
 */
export function keepForm(found: string, value: Json): string | undefined {
  const before = jsonIn(found);
  if (before === undefined) return undefined;
  const after = withOrderOf(before, value);
  return isSameJson(before, after) ? found : writeLike(found, after);
}

/** The value with its members in the order of another one's, and with that one's revisions. */
export function withOrderOf(before: Json, value: Json): Json {
  if (Array.isArray(value)) {
    const others = Array.isArray(before) ? (before as readonly Json[]) : [];
    return (value as readonly Json[]).map((item, index) => withOrderOf(counterpart(item, index, others), item));
  }
  if (!isJsonObject(value) || !isJsonObject(before)) return value;
  const result: Record<string, Json> = {};
  for (const key of orderedKeys(before, value)) {
    const member = getOwn(value, key) ?? (Object.hasOwn(value, key) ? null : (getOwn(before, key) ?? null));
    setOwn(result, key, withOrderOf(getOwn(before, key) ?? null, member));
  }
  return result;
}

/** An item of a list goes with the one of the same id, or of the same place. */
function counterpart(item: Json, index: number, others: readonly Json[]): Json {
  const id = isJsonObject(item) ? getOwn(item, "_id") : undefined;
  const same =
    id === undefined ? undefined : others.find((other) => isJsonObject(other) && getOwn(other, "_id") === id);
  return same ?? others[index] ?? null;
}

function orderedKeys(before: JsonObject, value: JsonObject): readonly string[] {
  const known = Object.keys(before);
  const kept = known.filter((key) => Object.hasOwn(value, key) || isRevision(key, before, value));
  const added = Object.keys(value).filter((key) => !Object.hasOwn(before, key));
  if (added.length === 0) return kept;
  const isSorted = known.every((key, index) => index === 0 || (known[index - 1] ?? "") < key);
  return isSorted ? [...kept, ...added].sort() : [...kept, ...added];
}

/** No journey keeps the revision of an object, so a value without one says nothing about it; another object has another one. */
function isRevision(key: string, before: JsonObject, value: JsonObject): boolean {
  const id = getOwn(before, "_id");
  return key === "_rev" && id !== undefined && id === getOwn(value, "_id");
}
