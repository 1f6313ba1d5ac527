import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes of an export that have no settings there. Silent on exports that hold no bodies at all, as a tree alone
 * does not, and on folders, whose reader reports missing files.
 */
export const missingBody = journeyRule("missing-body", "proves", (facts, report) => {
  const { journey, exported } = facts;
  if (exported === undefined || journey.exportOptions.bodies === false) return;
  for (const node of facts.nodes) {
    if (!exported.hasBody(node.id)) report({ at: node.place, args: { node: nodeLabel(node) } });
  }
});
