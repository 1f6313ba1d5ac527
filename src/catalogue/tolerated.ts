import type { Json } from "../text/json.js";
import type { NodeProperty } from "./node-type.js";
import { isPlaceholder, wrappedPlaceholder } from "./placeholder.js";

/**
 * Whether a value is right for a property whatever the property's type: a placeholder, of a number or a truth value in an object, or null where the platform itself
 * shows it (secrets) or takes it for the absence of a value that may be left out.
 */
export function isTolerated(property: NodeProperty, value: Json): boolean {
  if (value !== null) return isPlaceholder(value) && wrappedPlaceholder(property, value) === undefined;
  return property.secret === true || property.required !== true || property.default === "";
}
