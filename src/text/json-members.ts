import { getOwn, isJsonObject, type Json, type JsonObject } from "./json.js";

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
