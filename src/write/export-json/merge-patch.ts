import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";

/** Applies a JSON merge patch (RFC 7396) and gives a new object; without recursion, as a patch may be nested to any depth. */
export function applyMergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const result = shallowCopy(target);
  const open: { readonly into: JsonObject; readonly patch: JsonObject }[] = [{ into: result, patch }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const key of Object.keys(next.patch)) {
      const value = next.patch[key] as Json;
      if (value === null) {
        delete (next.into as Record<string, Json>)[key];
      } else if (isJsonObject(value)) {
        const before = Object.hasOwn(next.into, key) ? next.into[key] : undefined;
        const into = isJsonObject(before) ? shallowCopy(before) : {};
        setOwn(next.into, key, into);
        open.push({ into, patch: value });
      } else {
        setOwn(next.into, key, value);
      }
    }
  }
  return result;
}

function shallowCopy(object: JsonObject): JsonObject {
  const copy = {};
  for (const key of Object.keys(object)) setOwn(copy, key, object[key]);
  return copy;
}
