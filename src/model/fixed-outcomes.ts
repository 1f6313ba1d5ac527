import { versionOf } from "../catalogue/catalogue.js";
import type { NodeType, NodeVersion } from "../catalogue/node-type.js";
import { type DerivedOutcomes, deriveOutcomes } from "../catalogue/outcomes.js";

/** The outcomes of a node type where no setting changes them, as with most types; `undefined` for other types. */
export function fixedOutcomes(type: NodeType, version: string): DerivedOutcomes | undefined {
  const known = versionOf(type, version);
  if (known === undefined || !isFixed(known)) return undefined;
  return deriveOutcomes(type, version, new Map(), [], () => undefined);
}

function isFixed(version: NodeVersion): boolean {
  const { kind, parts } = version.outcomes;
  return kind === "static" && parts.every((part) => "id" in part && !part.when && part.displayNameFrom === undefined);
}
