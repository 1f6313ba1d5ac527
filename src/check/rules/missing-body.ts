import { nodeLabel } from "../describe-node.js";
import { lacksBody } from "../lacks-body.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes of an export whose settings are missing. Exports without any settings, such as a tree alone, are not
 * reported; nor are folders, whose reader reports missing files.
 */
export const missingBody = journeyRule("missing-body", "proves", (facts, report) => {
  const lost = new Set(facts.lostGroups.map(({ head }) => head));
  for (const node of facts.nodes) {
    if (!lacksBody(node, facts)) continue;
    // What is left of a node that somebody has removed is not to be had again.
    const help = lost.has(node) ? { help: "Nothing leads to the node: remove it from the journey." } : {};
    report({ at: node.place, args: { node: nodeLabel(node) }, ...help });
  }
});
