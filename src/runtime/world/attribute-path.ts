import { getOwn, isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";

type JsonMap = { readonly [key: string]: JsonValue };

/** Reads an attribute; the path `preferences/updates` means `updates` inside `preferences`. */
export function readPath(object: JsonMap, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const key of keysOf(path)) value = isJsonObject(value) ? getOwn(value, key) : undefined;
  return value;
}

/** Returns the object with an attribute set; missing maps along the path are created. */
export function writePath(object: JsonMap, path: string, value: JsonValue): JsonMap {
  const keys = keysOf(path);
  const owners: JsonMap[] = [object];
  for (const key of keys.slice(0, -1)) {
    const inner: JsonValue | undefined = getOwn(owners[owners.length - 1] ?? {}, key);
    owners.push(isJsonObject(inner) ? inner : {});
  }
  return keys.reduceRight<JsonValue>((held, key, index) => ({ ...owners[index], [key]: held }), value) as JsonMap;
}

/** Returns the object without an attribute; an object inside it stays, even if nothing is left in it. */
export function withoutPath(object: JsonMap, path: string): JsonMap {
  const [first = "", ...rest] = keysOf(path);
  if (rest.length === 0) return Object.fromEntries(Object.entries(object).filter(([key]) => key !== first));
  const inner = getOwn(object, first);
  return isJsonObject(inner) ? { ...object, [first]: withoutPath(inner, rest.join("/")) } : object;
}

function keysOf(path: string): readonly string[] {
  return path.includes("/") ? path.split("/").filter((key) => key !== "") : [path];
}
