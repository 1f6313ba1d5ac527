import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/**
 * Reports plain texts in properties that hold secrets; placeholders are fine. The platform itself exports secrets as
 * null.
 */
export const secretInPlain = journeyRule("secret-in-plain", "may-miss", (facts, report) => {
  for (const node of facts.nodes) {
    const { secret } = markedProperties(node);
    if (secret.size === 0) continue;
    for (const [name, { value, explicit, place }] of node.properties) {
      if (!secret.has(name) || !explicit) continue;
      if (typeof value !== "string" || value.trim() === "" || isPlaceholder(value)) continue;
      report({ at: place, args: { node: nodeLabel(node), property: name } });
    }
  }
});
