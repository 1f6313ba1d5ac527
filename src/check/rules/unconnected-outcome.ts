import { outcomeUse } from "../certain-outcomes.js";
import { nodeLabel, outcomeText } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that lead nowhere on some of their outcomes, once a node. Silent on nodes whose outcomes are not certain,
 * and on those that are never reached, which is another rule's finding. Connections for outcomes that the node no longer
 * has are named along with it: most often they are where the missing ones were meant to go.
 */
export const unconnectedOutcome = journeyRule("unconnected-outcome", "may-miss", (facts, report) => {
  for (const node of facts.reachedNodes) {
    const { open, stale } = outcomeUse(node, facts);
    if (open.length === 0) continue;
    const related = stale.map(({ outcomeId, place }) => ({
      place,
      message: `It is connected on ${outcomeId}, an outcome that it does not have`,
    }));
    report({ at: node.namePlace, args: { node: nodeLabel(node), outcomes: open.map(outcomeText) }, related });
  }
});
