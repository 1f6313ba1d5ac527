import type { Json, JsonObject } from "./json.js";

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
