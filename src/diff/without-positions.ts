import { isJsonObject, type Json, setOwn } from "../text/json.js";

/**
 * Removes canvas positions from a patch of an export. Patches are no deeper than what the reader accepts, so recursion
 * is safe.
 */
export function withoutPositions(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutPositions(item));
  if (!isJsonObject(value)) return value;
  const result: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const member = value[key] ?? null;
    if (!isPosition(key, member)) setOwn(result, key, withoutPositions(member));
  }
  return result;
}

function isPosition(key: string, value: Json): boolean {
  return (key === "x" || key === "y") && (value === null || typeof value === "number");
}
