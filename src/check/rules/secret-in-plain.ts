import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** `${SECRET}`, `AMSTER{SECRET}`, `{{ secret }}`, `@@SECRET@@`, `<secret>`: what a script fills in before the file is imported. */
const filledInElsewhere = /^(?:[$#%]?|[A-Z]+)\{+\s*[\w.:-]+\s*\}+$|^(@@|%%?|__)[\w.-]+\1$|^<[\w .-]+>$/;

function isFilledInElsewhere(value: string): boolean {
  return filledInElsewhere.test(value.trim());
}

/**
 * Reports plain texts in properties that hold secrets; placeholders are fine, also those of other tools. The platform itself exports secrets as
 * null.
 */
export const secretInPlain = journeyRule("secret-in-plain", "may-miss", (facts, report) => {
  for (const node of facts.nodes) {
    const { secret } = markedProperties(node);
    if (secret.size === 0) continue;
    for (const [name, { value, explicit, place }] of node.properties) {
      if (!secret.has(name) || !explicit) continue;
      if (typeof value !== "string" || value.trim() === "" || isPlaceholder(value)) continue;
      if (isFilledInElsewhere(value)) continue;
      report({ at: place, args: { node: nodeLabel(node), property: name } });
    }
  }
});
