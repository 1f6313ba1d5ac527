import { isAlsoSeenOutcome } from "../../catalogue/outcomes.js";
import { isFromExport, nodeLabel, outcomeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports connections of an export for outcomes that the node does not have. In text, the binder reports them. */
export const staleConnection = journeyRule("stale-connection", "may-miss", (journey, report) => {
  if (!isFromExport(journey)) return;
  for (const node of journey.nodes) {
    if (!node.outcomesKnown) continue;
    const known = new Set(node.outcomes.map((outcome) => outcome.id));
    for (const { outcomeId, place } of node.connections) {
      if (known.has(outcomeId) || (node.type && isAlsoSeenOutcome(node.type, node.version, outcomeId))) continue;
      report({ at: place, args: { node: nodeLabel(node), outcome: outcomeLabel(node, outcomeId) } });
    }
  }
});
