import { getOwn, isJsonObject, type Json } from "./json.js";
import { pointerSegments } from "./json-pointer.js";

/** The value that an RFC 6901 pointer names; `undefined` where there is none. */
export function valueAt(value: Json, pointer: string): Json | undefined {
  let found: Json | undefined = value;
  for (const segment of pointerSegments(pointer)) found = memberOf(found, segment);
  return found;
}

/** A member of an object or a list by its step in a pointer. */
export function memberOf(value: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(segment)] as Json | undefined;
  return value !== undefined && isJsonObject(value) ? getOwn(value, segment) : undefined;
}
