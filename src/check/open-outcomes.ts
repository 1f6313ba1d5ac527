import type { JourneyNode, NodeOutcome } from "../model/model.js";

/** The outcomes of a node that lead nowhere; none where it is not certain which outcomes the node has. */
export function openOutcomes(node: JourneyNode): readonly NodeOutcome[] {
  if (!node.outcomesKnown) return [];
  const connected = new Set(node.connections.map((connection) => connection.outcomeId));
  return node.outcomes.filter((outcome) => !connected.has(outcome.id));
}
