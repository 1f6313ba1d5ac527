import { readDuration } from "../text/duration.js";
import { isJsonObject, type Json } from "../text/json.js";
import { readNumeral } from "./check-form.js";
import type { SettingTest } from "./node-type.js";
import { isPlaceholder } from "./placeholder.js";

/** Whether a value is as a test of the catalogue says; never where only the tenant knows it. `undefined` is no value at all. */
export function isLike(value: Json | undefined, test: SettingTest): boolean {
  if (value !== undefined && isPlaceholder(value)) return false;
  if (typeof test !== "object") return value === test;
  if ("empty" in test) return isEmpty(value) === test.empty;
  if ("not" in test) return value !== undefined && value !== null && value !== test.not;
  if ("ending" in test) return areAll(value, (text) => text.endsWith(test.ending));
  if ("containing" in test) return areAll(value, (text) => text.includes(test.containing));
  if ("lacking" in test) return areAll(value, (text) => text !== "" && !text.includes(test.lacking));
  if ("naming" in test) return namesIn(value).some((name) => typeof name === "string" && test.naming.includes(name));
  if ("longerThan" in test)
    return areAll(value, (text) => (readDuration(text) ?? 0) > (readDuration(test.longerThan) ?? 0));
  if ("lackingForm" in test) return areAll(value, (text) => text !== "" && !mayBeJson(text));
  const number = typeof value === "string" ? readNumeral(value) : value;
  if (typeof number !== "number") return false;
  return ("below" in test ? number < test.below : true) && (test.above === undefined || number > test.above);
}

/** Whether a text is JSON with a value for each `{{…}}` in it, or holds something else that is filled in later. */
function mayBeJson(text: string): boolean {
  if (/[$@&]\{|<%/.test(text)) return true;
  try {
    JSON.parse(text.replace(/\{\{[^{}]*\}\}/g, "0"));
    return true;
  } catch {
    return false;
  }
}

/** Whether something holds for a text, or for each text of a list or a map, of which there is one at least. */
function areAll(value: Json | undefined, holds: (text: string) => boolean): boolean {
  const texts = textsOf(value);
  return texts.length > 0 && texts.every((text) => typeof text === "string" && holds(text.trim()));
}

function textsOf(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (value === undefined) return [];
  return isJsonObject(value) ? Object.values(value) : [value];
}

function namesIn(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value;
  return value !== undefined && isJsonObject(value) ? Object.keys(value) : [];
}

/** Whether a value says nothing: no value, blank text, a list of such, or an object without members. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return (value as readonly Json[]).every(isEmpty);
  return isJsonObject(value) && Object.keys(value).length === 0;
}
