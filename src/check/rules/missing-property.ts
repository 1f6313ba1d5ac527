import { knownVersion } from "../../model/known-properties.js";
import type { JourneyNode } from "../../model/model.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports required properties that a node of an export lacks, or that a text calls `absent`. In a text, the binder
 * reports those that are merely left out. Nodes of the marketplace are left alone: what they require changed between
 * their releases.
 */
export const missingProperty = journeyRule("missing-property", "may-miss", (facts, report) => {
  const isExport = isFromExport(facts.journey);
  for (const node of facts.nodes) {
    if (node.type === undefined || node.type.where.marketplace) continue;
    for (const property of knownVersion(node.type, node.version).demanded) {
      if (node.properties.has(property) || (!isExport && !isCalledAbsent(node, property))) continue;
      if (!facts.document.hasBody(node.id) || facts.document.hasProperty(node.id, property)) continue;
      report({ at: node.namePlace, args: { node: nodeLabel(node), property } });
    }
  }
});

function isCalledAbsent(node: JourneyNode, property: string): boolean {
  return node.absent?.has(property) === true;
}
