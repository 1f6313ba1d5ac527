import { versionOf } from "../catalogue/catalogue.js";
import type { NodeType, NodeVersion } from "../catalogue/node-type.js";
import { type DerivedOutcomes, deriveOutcomes } from "../catalogue/outcomes.js";

const cache = new WeakMap<NodeVersion, DerivedOutcomes>();

/** The outcomes of a type that no setting can change, as most are: one list for all its nodes. `undefined` for other types. */
export function fixedOutcomes(type: NodeType, version: string): DerivedOutcomes | undefined {
  const known = versionOf(type, version);
  if (known === undefined) return undefined;
  let outcomes = cache.get(known);
  if (outcomes === undefined && isFixed(known)) {
    outcomes = deriveOutcomes(type, version, new Map(), [], () => undefined);
    cache.set(known, outcomes);
  }
  return outcomes;
}

function isFixed(version: NodeVersion): boolean {
  const { kind, parts } = version.outcomes;
  return kind === "static" && parts.every((part) => "id" in part && !part.when && part.displayNameFrom === undefined);
}
