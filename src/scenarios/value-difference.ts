import { getOwn, isJsonObject, type Json } from "../text/json.js";

/** Where a value is not as expected. */
export interface ValueDifference {
  /** `objectAttributes.mail`; empty for the value itself. */
  readonly path: string;
  readonly expected: Json;
  readonly found: Json | undefined;
}

/**
 * The first thing that differs from what is expected. Objects may hold more than is expected; lists must be equal;
 * `null` also stands for something that is not there. Recursion is as deep as the parser lets an object be.
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

/** A value as a message shows it, cut where it is long. */
export function shownValue(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
