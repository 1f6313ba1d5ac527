import type { JourneyNode } from "../model/model.js";
import { openOutcomes } from "./certain-outcomes.js";

/**
 * Whether a node may lead to something that the graph does not show: on an outcome that is open or not known, or to an id
 * that no node has. What a rule concludes from missing paths does not hold behind such a node.
 */
export function mayLeadElsewhere(node: JourneyNode): boolean {
  if (!node.outcomesKnown) return true;
  for (const { target } of node.connections) if (target.kind === "foreign") return true;
  return openOutcomes(node).length > 0;
}
