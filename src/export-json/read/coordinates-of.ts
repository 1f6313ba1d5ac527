import type { Coordinates } from "../../model/model.js";
import { getOwn, type JsonObject } from "../../text/json.js";

/** The canvas position in an object; `undefined` unless both numbers are there. */
export function coordinatesOf(object: JsonObject): Coordinates | undefined {
  const x = getOwn(object, "x");
  const y = getOwn(object, "y");
  return typeof x === "number" && typeof y === "number" ? { x, y } : undefined;
}
