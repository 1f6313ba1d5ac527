import { versionOf } from "../catalogue/catalogue.js";
import { checkValue } from "../catalogue/check-value.js";
import type { NodeProperty, NodeType, NodeVersion } from "../catalogue/node-type.js";
import type { DerivedOutcomes } from "../catalogue/outcomes.js";
import { propertyNames } from "../catalogue/properties.js";
import type { Json } from "../text/json.js";
import { fixedOutcomes } from "./fixed-outcomes.js";

/** The facts about one version of a node type that binding needs for each node; computed once. */
export interface KnownVersion {
  /** The properties by name; `undefined` where the catalogue does not know them. */
  readonly properties: ReadonlyMap<string, NodeProperty> | undefined;
  /** Whether the type has no other properties. */
  readonly complete: boolean;
  /**
   * The properties that a text must set, because the platform requires them and there is no default. Secrets are not
   * among them: they are set in the tenant and never exported.
   */
  readonly demanded: readonly string[];
  /** The properties that a text must set as well, because the platform refuses their defaults, which are empty. */
  readonly emptyByDefault: readonly NodeProperty[];
  /** The properties with a default, which an export has even where the text leaves them out. */
  readonly defaulted: readonly NodeProperty[];
  /** The properties that name something outside of the node. */
  readonly references: readonly NodeProperty[];
  /** The outcomes, where no setting changes them; then all nodes share one list. */
  readonly outcomes: DerivedOutcomes | undefined;
}

const nothingKnown: KnownVersion = {
  properties: undefined,
  complete: false,
  demanded: [],
  emptyByDefault: [],
  defaulted: [],
  references: [],
  outcomes: undefined,
};

const knownVersions = new WeakMap<NodeVersion, KnownVersion>();

/** The facts about a version of a node type. Of an unknown type, almost nothing is known. */
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
    emptyByDefault: properties.filter(isEmptyByDefault),
    defaulted: properties.filter((property) => defaultOf(property, undefined) !== undefined),
    references: properties.filter(({ reference }) => reference !== undefined),
    outcomes,
  };
}

/** The properties of a version of a node type by name; `undefined` where the catalogue does not know them. */
export function propertiesByName(
  type: NodeType | undefined,
  version: string,
): ReadonlyMap<string, NodeProperty> | undefined {
  return knownVersion(type, version).properties;
}

/**
 * Whether a type does not have a property in this version. The members that tools of the platform add, such as `_rev`
 * and encrypted secrets, are not meant; and a property of another version has a finding of its own.
 */
export function isUnknownProperty(name: string, type: NodeType, known: KnownVersion): boolean {
  if (known.properties === undefined || !known.complete || known.properties.has(name)) return false;
  return !name.startsWith("_") && !name.endsWith("-encrypted") && versionsWith(type, name).length === 0;
}

/** The versions of a type that have a property. */
export function versionsWith(type: NodeType, property: string): readonly string[] {
  return Object.keys(type.versions).filter((version) => propertyNames(type, version)?.includes(property) === true);
}

function isDemanded(property: NodeProperty): boolean {
  if (property.required !== true || property.default !== undefined || property.secret === true) return false;
  return property.legacy !== true && property.observedOnly !== true;
}

function isEmptyByDefault(property: NodeProperty): boolean {
  const { required, default: value, secret, legacy, observedOnly } = property;
  if (required !== true || value === undefined || secret === true || legacy === true || observedOnly === true)
    return false;
  return checkValue(property, value).some(({ problem }) => problem.kind === "empty");
}

/**
 * The value of a property that the author leaves out; `undefined` where the export has none. The platform leaves empty
 * texts out of a node, and never adds properties of old releases. The managed object of a node is that of its journey:
 * the type's own default, `managed/user`, exists only outside AIC (exports of AIC realms agree).
 */
export function defaultOf(property: NodeProperty, identityResource: string | undefined): Json | undefined {
  if (property.default === undefined || property.default === "" || property.legacy === true) return undefined;
  const isManagedObject = property.reference?.kind === "managedObject" && property.default === "managed/user";
  return isManagedObject && identityResource?.startsWith("managed/") ? identityResource : property.default;
}
