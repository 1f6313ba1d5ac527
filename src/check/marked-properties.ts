import { versionOf } from "../catalogue/catalogue.js";
import type { NodeProperty, NodeVersion } from "../catalogue/node-type.js";
import { knownVersion } from "../model/known-properties.js";
import type { JourneyNode } from "../model/model.js";

/** The properties of one version of a node type that rules treat specially, in the catalogue's order. */
export interface MarkedProperties {
  readonly references: readonly NodeProperty[];
  readonly localised: readonly NodeProperty[];
  /** The texts that users read, localised or not. */
  readonly shown: readonly NodeProperty[];
  readonly secret: ReadonlySet<string>;
  readonly deprecated: ReadonlySet<string>;
  /** Those with a form of their own, such as web addresses. */
  readonly addresses: readonly NodeProperty[];
  /** Those of limits that may be loose. */
  readonly limits: readonly NodeProperty[];
  /** Those that are query filters. */
  readonly filters: readonly string[];
  /** The lists whose entries are keys of another setting, a map. */
  readonly keys: readonly NodeProperty[];
  /** Those that another setting may need. */
  readonly needed: readonly NodeProperty[];
  /** Those that must have another value than a second one. */
  readonly differing: readonly (readonly [NodeProperty, NodeProperty])[];
  /** Those that name the key of node state that the node writes. */
  readonly written: readonly string[];
}

const none: MarkedProperties = {
  references: [],
  localised: [],
  shown: [],
  secret: new Set(),
  deprecated: new Set(),
  addresses: [],
  limits: [],
  filters: [],
  keys: [],
  needed: [],
  differing: [],
  written: [],
};
const cache = new WeakMap<NodeVersion, MarkedProperties>();

/** Finds a type's marked properties once: many rules ask for them, and most types have none. */
export function markedProperties(node: JourneyNode): MarkedProperties {
  const version = node.type && versionOf(node.type, node.version);
  if (version?.properties === undefined) return none;
  let marked = cache.get(version);
  if (marked === undefined) {
    marked = sortOut(version, knownVersion(node.type, node.version).references);
    cache.set(version, marked);
  }
  return marked;
}

function sortOut(
  { properties = [], outputs = [] }: NodeVersion,
  references: readonly NodeProperty[],
): MarkedProperties {
  const names = (marked: readonly NodeProperty[]) => new Set(marked.map((property) => property.name));
  return {
    references,
    localised: properties.filter((property) => property.localized === true),
    shown: properties.filter(({ localized, shown }) => localized === true || shown === true),
    secret: names(properties.filter((property) => property.secret === true)),
    deprecated: names(properties.filter((property) => property.deprecated === true)),
    addresses: properties.filter(({ format }) => format !== undefined),
    limits: properties.filter(({ loose }) => loose !== undefined),
    filters: properties.filter(({ format }) => format === "CREST query filter").map(({ name }) => name),
    keys: properties.filter(({ amongKeysOf }) => amongKeysOf !== undefined),
    needed: properties.filter(({ neededWhen }) => neededWhen !== undefined),
    differing: properties.flatMap((property) => {
      const other = properties.find(({ name }) => name === property.otherThan);
      return other === undefined ? [] : [[property, other] as const];
    }),
    written: [...new Set(outputs.flatMap(({ property }) => property ?? []))],
  };
}
