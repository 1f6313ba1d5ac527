import { getOwn, isJsonObject, type Json } from "../text/json.js";

/** The first difference between a value and the expected one. */
export interface ValueDifference {
  /** The path to the differing value, such as `objectAttributes.mail`; empty for the whole value. */
  readonly path: string;
  readonly expected: Json;
  readonly found: Json | undefined;
}

/**
 * Compares a value with the expected one. An object may have more members than expected; lists must be equal; an expected
 * `null` also accepts a missing value. Recursion is safe, because the parser limits the depth of expected values.
 */
export function differenceFrom(expected: Json, found: Json | undefined, path = ""): ValueDifference | undefined {
  if (expected === null) return found === undefined || found === null ? undefined : { path, expected, found };
  if (isJsonObject(expected)) {
    if (!isJsonObject(found)) return { path, expected, found };
    for (const [key, value] of Object.entries(expected)) {
      const inside = path === "" ? key : `${path}.${key}`;
      const difference = differenceFrom(value, getOwn(found, key), inside);
      if (difference) return difference;
    }
    return undefined;
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return { path, expected, found };
    for (const [index, value] of expected.entries()) {
      const difference = differenceFrom(value, found[index], `${path}[${index}]`);
      if (difference) return difference;
    }
    return undefined;
  }
  return expected === found ? undefined : { path, expected, found };
}

/** A value as JSON for a message, shortened if it is long. */
export function shownValue(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
