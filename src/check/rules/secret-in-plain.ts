import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { nodeRule } from "../rule.js";

/** `${SECRET}`, `AMSTER{SECRET}`, `{{ secret }}`, `@@SECRET@@`, `<secret>`: what a script fills in before the file is imported. */
const filledInElsewhere = /^(?:[$#%]?|[A-Z]+)\{+\s*[\w.:-]+\s*\}+$|^(@@|%%?|__)[\w.-]+\1$|^<[\w .-]+>$/;

function isFilledInElsewhere(value: string): boolean {
  return filledInElsewhere.test(value.trim());
}

/**
 * Reports plain texts in properties that hold secrets; placeholders are fine, also those of other tools. The platform itself exports secrets as
 * null.
 */
export const secretInPlain = nodeRule("secret-in-plain", "may-miss", (node) => {
  const { secret } = markedProperties(node);
  if (secret.size === 0) return [];
  return [...node.properties].flatMap(([name, { value, explicit, place }]) => {
    if (!secret.has(name) || !explicit) return [];
    if (typeof value !== "string" || value.trim() === "" || isPlaceholder(value)) return [];
    return isFilledInElsewhere(value) ? [] : [{ at: place, args: { node: nodeLabel(node), property: name } }];
  });
});
