import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes of an export whose settings are missing. Exports without any settings, such as a tree alone, are not
 * reported; nor are folders, whose reader reports missing files.
 */
export const missingBody = journeyRule("missing-body", "proves", (facts, report) => {
  const { journey, exported } = facts;
  if (exported === undefined || (journey.exportOptions.bodies ?? true) !== true) return;
  for (const node of facts.nodes) {
    if (!exported.hasBody(node.id)) report({ at: node.place, args: { node: nodeLabel(node) } });
  }
});
