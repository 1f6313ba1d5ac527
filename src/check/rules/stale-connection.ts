import { outcomeUse } from "../certain-outcomes.js";
import { mayChoose } from "../deciding-script.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { unconnectedOutcomes } from "../unconnected-outcomes.js";

/**
 * Reports nodes of an export that have connections for outcomes that the export itself does not list, once for each
 * node. Nodes that also lack connections are left to `unconnected-outcome`, and
 * outcomes that the script of the node chooses to `script-outcome-not-listed`: the list is wrong there, not the connection. In text, the binder reports unknown
 * outcomes.
 */
export const staleConnection = journeyRule("stale-connection", "may-miss", (facts, report) => {
  const { journey } = facts;
  for (const node of journey.nodes) {
    const use = outcomeUse(node, facts);
    if (use.stale.length === 0) continue;
    const chosen = mayChoose(node, facts.scripts);
    const stale = use.stale.filter(({ outcomeId }) => !chosen.has(outcomeId));
    const [first] = stale;
    if (first === undefined || unconnectedOutcomes(node, facts).length > 0) continue;
    const related = stale.slice(1).map(({ place }) => ({ place, message: "And here" }));
    const outcomes = stale.map(({ outcomeId }) => outcomeId);
    // Where the list of the outcomes is missing in a text, that is told at the name of the node.
    const restsOn = isFromExport(journey) ? [] : [node.namePlace];
    report({ at: first.place, args: { node: nodeLabel(node), outcomes }, related, restsOn });
  }
});
