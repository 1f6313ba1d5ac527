import { versionOf } from "../catalogue/catalogue.js";
import type { Edge } from "../syntax/ast.js";
import type { JourneyNode } from "./model.js";
import { pageTypeId } from "./pages.js";

type Owner = Pick<JourneyNode, "type" | "version" | "children" | "outcomes" | "outcomesKnown">;

/**
 * Whether a name that a node's list lacks is wrong although the list is not certain, as of types of which only the connections in exports
 * are known: an outcome of the list has no arrow. Where all have one, the node may well have one more.
 */
export function lacksLikelyOutcome(owner: Owner, edges: readonly Edge[]): boolean {
  if (owner.outcomes.length === 0 || !hasLikelyOutcomes(owner)) return false;
  // An arrow alone is that of the only outcome.
  if (edges.some(({ outcomes }) => outcomes.length === 0)) return false;
  const named = new Set(edges.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome.text)));
  return owner.outcomes.some(({ id, outcome }) => !named.has(outcome) && !named.has(id));
}

/** Whether the type, or those of the nodes on a page, list outcomes that no setting changes. */
function hasLikelyOutcomes({ type, version, children }: Owner): boolean {
  if (type?.id === pageTypeId) return children.every((child) => child.outcomesKnown || hasLikelyOutcomes(child));
  const rule = type && versionOf(type, version)?.outcomes;
  return rule?.kind === "static" && rule.parts.length > 0;
}
