import type { JourneyNode } from "../model/model.js";

/**
 * Whether a node may lead to something that the graph does not show: on an outcome that is open or not known, or to an id
 * that no node has. What a rule concludes from missing paths does not hold behind such a node.
 */
export function mayLeadElsewhere(node: JourneyNode): boolean {
  if (!node.outcomesKnown || node.connections.some(({ target }) => target.kind === "foreign")) return true;
  const connected = new Set(node.connections.map((connection) => connection.outcomeId));
  return node.outcomes.some((outcome) => !connected.has(outcome.id));
}
