import { nodeLabel } from "../describe-node.js";
import { lacksBody } from "../lacks-body.js";
import { journeyRule } from "../rule.js";
import { isTreeAlone } from "../tree-alone.js";

/**
 * Reports nodes of an export whose settings are missing. A tree alone, of which no node has settings, has one note. Folders have nothing
 * here: their reader reports missing files.
 */
export const missingBody = journeyRule("missing-body", "proves", (facts, report) => {
  const { journey, exported, nodes } = facts;
  if (exported !== undefined && isTreeAlone(journey) && nodes.length > 0) {
    report({ at: journey.place, args: { nodes: nodes.length, journey: journey.id }, severity: "info" });
    return;
  }
  const lost = new Set(facts.lostGroups.map(({ head }) => head));
  for (const node of nodes) {
    if (!lacksBody(node, facts)) continue;
    // What is left of a node that somebody has removed is not to be had again.
    const help = lost.has(node) ? { help: "Nothing leads to the node: remove it from the journey." } : {};
    report({ at: node.place, args: { node: nodeLabel(node) }, ...help, ...facts.ifLost(node) });
  }
});
