import { nodeLabel, outcomeText } from "../describe-node.js";
import { openOutcomes } from "../open-outcomes.js";
import { reachedNodes } from "../reached-nodes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that lead nowhere on some of their outcomes. Silent on nodes whose outcomes are not known, and on those
 * that are never reached, which is another rule's finding.
 */
export const unconnectedOutcome = journeyRule("unconnected-outcome", "may-miss", (journey, report, facts) => {
  for (const node of reachedNodes(journey, facts)) {
    const open = openOutcomes(node);
    if (open.length > 0)
      report({ at: node.namePlace, args: { node: nodeLabel(node), outcomes: open.map(outcomeText) } });
  }
});
