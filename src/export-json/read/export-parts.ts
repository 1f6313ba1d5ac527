import type { Coordinates } from "../../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";

const nothing: JsonObject = {};

/** A member that should be an object; an empty one where it is absent or something else. */
export function objectMember(of: JsonObject, key: string): JsonObject {
  const value = getOwn(of, key);
  return isJsonObject(value) ? value : nothing;
}

/** A member that should be a text. */
export function textMember(of: JsonObject, key: string): string | undefined {
  const value = getOwn(of, key);
  return typeof value === "string" ? value : undefined;
}

/** A member that should be a list. */
export function listMember(of: JsonObject, key: string): readonly Json[] {
  const value = getOwn(of, key);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The entries of a container, by code unit of their keys: the order of an export's keys means nothing. */
export function sortedEntries(of: JsonObject): readonly (readonly [string, Json])[] {
  return sortedKeys(of).map((key) => [key, getOwn(of, key) ?? null] as const);
}

/** The keys of a container by code unit; most exports have them so already. */
export function sortedKeys(of: JsonObject): readonly string[] {
  const keys = Object.keys(of);
  for (let index = 1; index < keys.length; index++)
    if ((keys[index - 1] ?? "") > (keys[index] ?? "")) return keys.sort();
  return keys;
}

/** The value with the keys of all objects in it sorted, so that equal exports make equal models; lists keep their order. */
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

/** Whether a value nests deeper than the limit. Recurses no deeper than that; everything after this check may recurse. */
export function isDeeperThan(value: Json, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit <= 0) return true;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) if (isDeeperThan(item, limit - 1)) return true;
    return false;
  }
  // Half the cost of a list of all members: every export is gone through.
  for (const key in value) {
    const member = (value as JsonObject)[key] as Json;
    if (typeof member === "object" && isDeeperThan(member, limit - 1)) return true;
  }
  return false;
}

/** A canvas position, where both numbers are given. */
export function coordinatesOf(object: JsonObject): Coordinates | undefined {
  const x = getOwn(object, "x");
  const y = getOwn(object, "y");
  return typeof x === "number" && typeof y === "number" ? { x, y } : undefined;
}
