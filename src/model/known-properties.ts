import { versionOf } from "../catalogue/catalogue.js";
import type { NodeProperty, NodeType, NodeVersion } from "../catalogue/node-type.js";
import type { Json } from "../text/json.js";

const cache = new WeakMap<NodeVersion, ReadonlyMap<string, NodeProperty>>();

/** The properties of a type's version by name; `undefined` when the catalogue does not know them. */
export function propertiesByName(
  type: NodeType | undefined,
  version: string,
): ReadonlyMap<string, NodeProperty> | undefined {
  const found = type && versionOf(type, version);
  if (found?.properties === undefined) return undefined;
  let byName = cache.get(found);
  if (byName === undefined) {
    byName = new Map(found.properties.map((property) => [property.name, property]));
    cache.set(found, byName);
  }
  return byName;
}

const demandedCache = new WeakMap<NodeVersion, readonly string[]>();

/**
 * The properties that a text must give: the platform demands them and there is no default. Secrets are not among them: they are
 * set in the tenant and never exported.
 */
export function demandedProperties(type: NodeType | undefined, version: string): readonly string[] {
  const found = type && versionOf(type, version);
  if (found?.properties === undefined) return [];
  let demanded = demandedCache.get(found);
  if (demanded === undefined) {
    demanded = found.properties.filter(isDemanded).map((property) => property.name);
    demandedCache.set(found, demanded);
  }
  return demanded;
}

function isDemanded(property: NodeProperty): boolean {
  if (property.required !== true || property.default !== undefined || property.secret === true) return false;
  return property.legacy !== true && property.observedOnly !== true;
}

/**
 * The value of a property that a node leaves out; `undefined` when the export holds none. The platform leaves empty texts out
 * of a node, and properties of old releases are never added. A node's managed object is that of its journey: the type's
 * own default, `managed/user`, exists only outside AIC (exports of AIC realms agree).
 */
export function defaultOf(property: NodeProperty, identityResource: string | undefined): Json | undefined {
  if (property.default === undefined || property.default === "" || property.legacy === true) return undefined;
  const isManagedObject = property.reference?.kind === "managedObject" && property.default === "managed/user";
  return isManagedObject && identityResource?.startsWith("managed/") ? identityResource : property.default;
}
