import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";

const types: ReadonlySet<Json> = new Set(["string", "integer", "number", "boolean", "array", "object", "null"]);
const bounds = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;

/**
 * The members of a schema in today's words, where drafts 3 and 4 and the platform use others:
 * - `exclusiveMinimum: true` beside `minimum` (draft 4) is `exclusiveMinimum` with the number;
 * - `required: true` at a property (draft 3) is its name in the list of its parent;
 * - types such as `any` (draft 3) and `color` (the platform's) do not limit anything that we know;
 * - an empty `enum` is a list that the platform fills by itself; `nullable` says something beside a type only.
 */
export function withTodaysKeywords(schema: JsonObject): ReadonlyMap<string, Json> {
  const members = new Map(Object.entries(schema));
  for (const [bound, exclusive] of bounds) {
    const isExclusive = members.get(exclusive);
    const limit = members.get(bound);
    if (typeof isExclusive !== "boolean") continue;
    members.delete(exclusive);
    if (!isExclusive || limit === undefined) continue;
    members.delete(bound);
    members.set(exclusive, limit);
  }
  if (!areTypes(members.get("type"))) members.delete("type");
  const allowed = members.get("enum");
  if (Array.isArray(allowed) && allowed.length === 0) members.delete("enum");
  if (!members.has("type")) members.delete("nullable");
  const required = requiredNames(members.get("required"), getOwn(schema, "properties"));
  if (required === undefined) members.delete("required");
  else members.set("required", required);
  return members;
}

/** False for names of types that JSON Schema does not have; a value of another kind is left to the schema of schemas. */
function areTypes(value: Json | undefined): boolean {
  const names: readonly Json[] = Array.isArray(value) ? value : [value ?? null];
  return names.every((name) => typeof name !== "string" || types.has(name));
}

function requiredNames(listed: Json | undefined, properties: Json | undefined): Json | undefined {
  const entries = properties !== undefined && isJsonObject(properties) ? Object.entries(properties) : [];
  const marked = entries.filter(([, property]) => isJsonObject(property) && getOwn(property, "required") === true);
  if (marked.length === 0) return typeof listed === "boolean" ? undefined : listed;
  const names = Array.isArray(listed) ? (listed as readonly Json[]) : [];
  return [...new Set([...names, ...marked.map(([name]) => name)])];
}
