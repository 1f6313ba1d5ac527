import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nodeLabel, outcomeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports outcomes that lead to an id that no node of the journey has. Nodes that are never reached are left to
 * `unreachable-node`.
 */
export const danglingConnection = journeyRule(
  "dangling-connection",
  "proves",
  (facts, report) => {
    for (const node of facts.reachedNodes) {
      for (const { outcomeId, target, targetPlace } of node.connections) {
        if (target.kind !== "foreign" || isPlaceholder(target.id)) continue;
        const outcome = outcomeLabel(node, outcomeId);
        report({ at: targetPlace, args: { node: nodeLabel(node), outcome, id: target.id } });
      }
    }
  },
  { evenIfIncomplete: true },
);
