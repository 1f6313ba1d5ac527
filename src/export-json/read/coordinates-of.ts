import type { Coordinates } from "../../model/model.js";
import { getOwn, type JsonObject } from "../../text/json.js";

/** A canvas position, where both numbers are given. */
export function coordinatesOf(object: JsonObject): Coordinates | undefined {
  const x = getOwn(object, "x");
  const y = getOwn(object, "y");
  return typeof x === "number" && typeof y === "number" ? { x, y } : undefined;
}
