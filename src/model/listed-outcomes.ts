import { isJsonObject, type Json } from "../text/json.js";
import type { NodeOutcome } from "./model.js";

/**
 * The outcomes that a node's `_outcomes` lists, in a text or an export; `undefined` where it is no list of outcomes, so that only
 * the type and the properties can tell.
 */
export function listedOutcomes(value: Json): readonly NodeOutcome[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const outcomes: NodeOutcome[] = [];
  for (const item of value as readonly Json[]) {
    if (!isJsonObject(item) || typeof item.id !== "string") return undefined;
    const displayName = typeof item.displayName === "string" ? item.displayName : item.id;
    outcomes.push({ id: item.id, displayName, outcome: item.id, child: undefined });
  }
  return outcomes;
}
