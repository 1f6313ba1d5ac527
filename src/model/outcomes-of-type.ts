import { versionOf } from "../catalogue/catalogue.js";
import type { NodeType, NodeVersion } from "../catalogue/node-type.js";
import { type ChildOutcomes, type DerivedOutcomes, deriveOutcomes } from "../catalogue/outcomes.js";
import type { Json } from "../text/json.js";

const cache = new WeakMap<NodeVersion, DerivedOutcomes>();

/** A node's outcomes. Those that no setting can change are derived once for their type, as most are. */
export function outcomesOfType(
  type: NodeType,
  version: string,
  properties: ReadonlyMap<string, Json>,
  children: readonly ChildOutcomes[],
  lookUp: (name: string) => NodeType | undefined,
): DerivedOutcomes {
  const known = versionOf(type, version);
  if (known === undefined || !isFixed(known)) return deriveOutcomes(type, version, properties, children, lookUp);
  let outcomes = cache.get(known);
  if (outcomes === undefined) {
    outcomes = deriveOutcomes(type, version, properties, children, lookUp);
    cache.set(known, outcomes);
  }
  return outcomes;
}

function isFixed(version: NodeVersion): boolean {
  const { kind, parts } = version.outcomes;
  return kind === "static" && parts.every((part) => "id" in part && !part.when && part.displayNameFrom === undefined);
}
