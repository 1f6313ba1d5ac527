import { isJsonObject, type Json } from "../text/json.js";
import type { SettingTest } from "./node-type.js";
import { isPlaceholder } from "./placeholder.js";

/** Whether a value is as a test of the catalogue says; never where only the tenant knows it. `undefined` is no value at all. */
export function isLike(value: Json | undefined, test: SettingTest): boolean {
  if (value !== undefined && isPlaceholder(value)) return false;
  if (typeof test !== "object") return value === test;
  if ("empty" in test) return isEmpty(value);
  if ("ending" in test) return endsIn(value, test.ending);
  if (typeof value !== "number") return false;
  return "below" in test ? value < test.below : value > test.above;
}

/** Whether a text ends so, or each text of a list, of which there is one at least. */
function endsIn(value: Json | undefined, ending: string): boolean {
  const texts: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return texts.length > 0 && texts.every((text) => typeof text === "string" && text.trim().endsWith(ending));
}

/** Whether a value says nothing: no value, blank text, a list of such, or an object without members. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return (value as readonly Json[]).every(isEmpty);
  return isJsonObject(value) && Object.keys(value).length === 0;
}
