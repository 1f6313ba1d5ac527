import type { JourneyNode } from "../model/model.js";
import { openOutcomes } from "./certain-outcomes.js";

/**
 * Whether a node may lead to something outside the graph: by an outcome that is unconnected or unknown, or to an id
 * that no node has. Behind such a node, a missing path proves nothing.
 */
export function mayLeadElsewhere(node: JourneyNode): boolean {
  if (!node.outcomesKnown) return true;
  for (const { target } of node.connections) if (target.kind === "foreign") return true;
  return openOutcomes(node).length > 0;
}
