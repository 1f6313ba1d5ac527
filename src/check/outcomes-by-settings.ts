import { isCatalogueType, lookUpType, versionOf } from "../catalogue/catalogue.js";
import type { NodeVersion, OutcomePart } from "../catalogue/node-type.js";
import { deriveOutcomes } from "../catalogue/outcomes.js";
import type { JourneyNode, NodeOutcome } from "../model/model.js";
import { propertyValues } from "../model/property-values.js";
import type { Json } from "../text/json.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";

/**
 * The outcomes that a node's own settings give it, where they decide and are there; otherwise `undefined`. The list that an export
 * repeats may be older than the settings.
 */
export function outcomesBySettings(node: JourneyNode): readonly NodeOutcome[] | undefined {
  const { type, version, properties } = node;
  const parts = (type && versionOf(type, version)?.outcomes.parts) ?? [];
  const decides = (part: OutcomePart) => {
    if ("each" in part) return properties.has(part.each);
    if ("delegate" in part) return alwaysHasTheSame(properties.get(part.delegate)?.value);
    return "id" in part && part.when !== undefined && "property" in part.when && properties.has(part.when.property);
  };
  if (type === undefined || !parts.some(decides)) return undefined;
  const derived = deriveOutcomes(type, version, propertyValues(node), [], lookUpType);
  return derived.known && derived.outcomes.length > 0 ? derived.outcomes : undefined;
}

/** Whether a type is well known, and all of its nodes have the same outcomes. */
function alwaysHasTheSame(typeId: Json | undefined): boolean {
  const type = typeof typeId === "string" ? lookUpType(typeId) : undefined;
  if (type === undefined || !isCatalogueType(type) || type.where.marketplace) return false;
  return isFixed(versionOf(type, type.defaultVersion)?.outcomes);
}

/** Whether all nodes of a type certainly have the same outcomes. */
function isFixed(rule: NodeVersion["outcomes"] | undefined): boolean {
  return rule?.kind === "static" && rule.confidence === undefined && rule.alsoSeen === undefined;
}

/** The outcomes that a node certainly has: by its settings, or by its type where all of its nodes have the same ones. */
export function certainOutcomes(node: JourneyNode): readonly NodeOutcome[] | undefined {
  const { type, version } = node;
  if (type === undefined || !isFixed(versionOf(type, version)?.outcomes) || !isWellKnown(node))
    return outcomesBySettings(node);
  return deriveOutcomes(type, version, propertyValues(node), [], lookUpType).outcomes;
}

/** The last inner node of a page where it decides; none where another one could. */
export function decidingChild(page: JourneyNode): JourneyNode | undefined {
  const deciding = page.children.filter(({ type, version, outcomes }) => {
    const rule = type && versionOf(type, version)?.outcomes;
    return outcomes.length > 1 || rule === undefined || rule.kind !== "static";
  });
  const last = page.children.at(-1);
  return deciding.every((child) => child === last) ? last : undefined;
}
