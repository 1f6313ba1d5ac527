import type { NodeType } from "../../catalogue/node-type.js";
import { propertyNames } from "../../catalogue/properties.js";
import { isFromExport } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports properties in an export that only another version of the node has. In text, the binder reports them as
 * unknown.
 */
export const propertyOfAnotherVersion = journeyRule("property-of-another-version", "may-miss", (facts, report) => {
  const { journey } = facts;
  if (!isFromExport(journey)) return;
  for (const node of facts.nodes) {
    if (node.type === undefined || Object.keys(node.type.versions).length < 2) continue;
    const known = propertyNames(node.type, node.version);
    if (known === undefined) continue;
    for (const [property, setting] of node.properties) {
      if (known.includes(property)) continue;
      const others = versionsWith(node.type, property);
      const { typeId: type, version } = node;
      if (others.length > 0) report({ at: setting.place, args: { type, version, property, others } });
    }
  }
});

function versionsWith(type: NodeType, property: string): readonly string[] {
  return Object.keys(type.versions).filter((version) => propertyNames(type, version)?.includes(property) === true);
}
