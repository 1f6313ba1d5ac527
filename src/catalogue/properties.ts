import type { Json } from "../text/json.js";
import { versionOf } from "./catalogue.js";
import type { NodeType } from "./node-type.js";

/** The names that a version's properties can have, in the catalogue's order; `undefined`: unknown or incomplete, so that any name passes. */
export function propertyNames(type: NodeType, version: string): readonly string[] | undefined {
  const known = versionOf(type, version);
  if (!known?.properties || known.propertiesIncomplete === true) return undefined;
  return known.properties.map((property) => property.name);
}

/** The default of every property that has one. Legacy properties have none: today's platform does not write them. */
export function defaultsOf(type: NodeType, version: string): ReadonlyMap<string, Json> {
  const defaults = new Map<string, Json>();
  for (const property of versionOf(type, version)?.properties ?? []) {
    if (property.default !== undefined && property.legacy !== true) defaults.set(property.name, property.default);
  }
  return defaults;
}

/** The required properties that are neither given nor have a default. */
export function requiredPropertiesMissing(
  type: NodeType,
  version: string,
  properties: ReadonlyMap<string, Json>,
): readonly string[] {
  return (versionOf(type, version)?.properties ?? [])
    .filter((property) => property.required === true && property.legacy !== true && property.observedOnly !== true)
    .filter((property) => property.default === undefined && !properties.has(property.name))
    .map((property) => property.name);
}
