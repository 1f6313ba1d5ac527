import { propertyNames } from "../../catalogue/properties.js";
import { versionsWith } from "../../model/known-properties.js";
import { journeyRule } from "../rule.js";

/** Reports properties that only another version of the node has. */
export const propertyOfAnotherVersion = journeyRule("property-of-another-version", "may-miss", (facts, report) => {
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
