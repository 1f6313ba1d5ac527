import { isJsonObject, type Json, setOwn } from "../text/json.js";

/**
 * Removes from a patch of an export what is form and no meaning: positions on the canvas, and that the outcomes of a node are not
 * listed. What has nothing else in it goes too. Patches are no deeper than what the reader accepts, so recursion is safe.
 */
export function withoutForm(value: Json): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => withoutForm(item) ?? {});
  if (!isJsonObject(value)) return value;
  const result: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const member = value[key] ?? null;
    const kept = isForm(key, member) ? undefined : withoutForm(member);
    if (kept !== undefined) setOwn(result, key, kept);
  }
  return Object.keys(result).length > 0 || Object.keys(value).length === 0 ? result : undefined;
}

function isForm(key: string, value: Json): boolean {
  if (key === "x" || key === "y") return value === null || typeof value === "number";
  return key === "_outcomes" && value === null;
}
