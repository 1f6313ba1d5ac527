import type { Json } from "../text/json.js";
import type { JourneyNode } from "./model.js";

/** The values of a node's properties by name. */
export function propertyValues(node: JourneyNode): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  node.properties.forEach(({ value }, name) => {
    values.set(name, value);
  });
  return values;
}
