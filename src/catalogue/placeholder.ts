import { isJsonObject, type Json } from "../text/json.js";
import { inlinePlaceholder, placeholderWrappers } from "./placeholder-forms.js";

const wrappers: ReadonlySet<string> = new Set(placeholderWrappers);

/** Whether a value is known only after deployment: a string with `&{…}` in it, or a wrapper such as `{ "$int": … }`. */
export function isPlaceholder(value: Json): boolean {
  if (typeof value === "string") return value.includes(inlinePlaceholder);
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && wrappers.has(keys[0] ?? "");
}
