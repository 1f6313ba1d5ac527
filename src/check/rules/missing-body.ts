import { isJsonObject } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import { bodyOf, wholeExport } from "../export-bodies.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes of an export that have no settings there. Silent on exports that hold no bodies at all, as a tree alone
 * does not, and on folders, whose reader reports missing files.
 */
export const missingBody = journeyRule("missing-body", "proves", (journey, report, facts) => {
  const original = wholeExport(journey, facts);
  if (original === undefined || journey.exportOptions.bodies === false) return;
  for (const node of journey.nodes) {
    for (const each of [node, ...node.children]) {
      if (isJsonObject(bodyOf(original, each.id))) continue;
      report({ at: each.place, args: { node: nodeLabel(each) } });
    }
  }
});
