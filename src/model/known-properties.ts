import { versionOf } from "../catalogue/catalogue.js";
import type { NodeProperty, NodeType, NodeVersion } from "../catalogue/node-type.js";
import type { DerivedOutcomes } from "../catalogue/outcomes.js";
import type { Json } from "../text/json.js";
import { fixedOutcomes } from "./fixed-outcomes.js";

/** What binding asks of a type's version for each of its nodes, found once. */
export interface KnownVersion {
  /** By name; `undefined` when the catalogue does not know them. */
  readonly properties: ReadonlyMap<string, NodeProperty> | undefined;
  /** Whether it has no other properties than these. */
  readonly complete: boolean;
  /**
   * The properties that a text must give: the platform demands them and there is no default. Secrets are not among them:
   * they are set in the tenant and never exported.
   */
  readonly demanded: readonly string[];
  /** The properties that a text may leave out and an export has nevertheless. */
  readonly defaulted: readonly NodeProperty[];
  /** The outcomes where no setting can change them, as with most types: one list for all nodes. */
  readonly outcomes: DerivedOutcomes | undefined;
}

const nothingKnown: KnownVersion = {
  properties: undefined,
  complete: false,
  demanded: [],
  defaulted: [],
  outcomes: undefined,
};

const knownVersions = new WeakMap<NodeVersion, KnownVersion>();

/** What is known of a type's version; next to nothing where the type is not known. */
export function knownVersion(type: NodeType | undefined, version: string): KnownVersion {
  const data = type && versionOf(type, version);
  if (type === undefined || data === undefined) return nothingKnown;
  let known = knownVersions.get(data);
  if (known === undefined) {
    const outcomes = fixedOutcomes(type, version);
    known = data.properties === undefined ? { ...nothingKnown, outcomes } : withProperties(data, outcomes);
    knownVersions.set(data, known);
  }
  return known;
}

function withProperties(data: NodeVersion, outcomes: DerivedOutcomes | undefined): KnownVersion {
  const properties = data.properties ?? [];
  return {
    properties: new Map(properties.map((property) => [property.name, property])),
    complete: data.propertiesIncomplete !== true,
    demanded: properties.filter(isDemanded).map((property) => property.name),
    defaulted: properties.filter((property) => defaultOf(property, undefined) !== undefined),
    outcomes,
  };
}

/** The properties of a type's version by name; `undefined` when the catalogue does not know them. */
export function propertiesByName(
  type: NodeType | undefined,
  version: string,
): ReadonlyMap<string, NodeProperty> | undefined {
  return knownVersion(type, version).properties;
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
