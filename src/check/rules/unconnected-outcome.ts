import { outcomeUse } from "../certain-outcomes.js";
import { nodeLabel, outcomeText } from "../describe-node.js";
import { isEndScreen } from "../end-screen.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes with outcomes that lead nowhere, once for each node. Nothing is reported for nodes whose outcomes are
 * uncertain, and for screens that nobody leaves; unreachable nodes are left to `unreachable-node`. Connections for outcomes that the node does not have
 * are named as related places: they are probably meant for the unconnected ones.
 */
export const unconnectedOutcome = journeyRule("unconnected-outcome", "may-miss", (facts, report) => {
  for (const node of facts.reachedNodes) {
    const { open, stale } = outcomeUse(node, facts);
    if (open.length === 0 || isEndScreen(node, facts.scripts)) continue;
    const related = stale.map(({ outcomeId, place }) => ({
      place,
      message: `It has a connection for ${outcomeId}, but no such outcome`,
    }));
    report({ at: node.namePlace, args: { node: nodeLabel(node), outcomes: open.map(outcomeText) }, related });
  }
});
