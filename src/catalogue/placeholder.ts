import { isJsonObject, type Json, type JsonObject } from "../text/json.js";

/** The one-key objects by which the platform puts an environment value in place of a value that is not a string. */
const wrappers: ReadonlySet<string> = new Set([
  "$array",
  "$base64:decode",
  "$base64:encode",
  "$bool",
  "$int",
  "$list",
  "$number",
  "$object",
  "$string",
]);

/** Whether a value is known only after deployment: a string with `&{…}` in it, or a wrapper such as `{ "$int": … }`. */
export function isPlaceholder(value: Json): boolean {
  if (typeof value === "string") return value.includes("&{");
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && wrappers.has(keys[0] ?? "");
}

const wrapperOf: { readonly [type: string]: string } = { boolean: "$bool", integer: "$int", number: "$number" };

/**
 * The form in which a property that is no text takes a placeholder that is written as a text; `undefined` where the text is right, or no placeholder
 * alone.
 */
export function wrappedPlaceholder({ type }: { readonly type: string }, value: Json): JsonObject | undefined {
  const wrapper = Object.hasOwn(wrapperOf, type) ? wrapperOf[type] : undefined;
  if (wrapper === undefined || typeof value !== "string" || !/^\s*&\{[^{}]*\}\s*$/.test(value)) return undefined;
  return { [wrapper]: value.trim() };
}
