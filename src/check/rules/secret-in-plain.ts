import { isPlaceholder } from "../../catalogue/placeholder.js";
import { propertiesByName } from "../../model/known-properties.js";
import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports texts in properties that hold secrets, other than placeholders. The platform itself exports secrets as null. */
export const secretInPlain = journeyRule("secret-in-plain", "may-miss", (journey, report) => {
  for (const node of allNodes(journey.nodes)) {
    const known = propertiesByName(node.type, node.version);
    for (const [name, { value, explicit, place }] of node.properties) {
      if (!explicit || typeof value !== "string" || value.trim() === "" || isPlaceholder(value)) continue;
      if (known?.get(name)?.secret === true) report({ at: place, args: { node: nodeLabel(node), property: name } });
    }
  }
});
