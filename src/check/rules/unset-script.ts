import { judgeCondition } from "../../catalogue/condition.js";
import { propertyValues } from "../../model/property-values.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { nodeRule } from "../rule.js";

/** The value that the admin console stores where no script is chosen; other tools store an empty text. */
const noScript = "[Empty]";

/**
 * Reports nodes that run a script and have none. Optional scripts, and those that the settings switch off, are not
 * needed.
 */
export const unsetScript = nodeRule("unset-script", "may-miss", (node) => {
  const unset = markedProperties(node).references.filter(({ name, required, reference }) => {
    if (reference?.kind !== "script" || required !== true) return false;
    const value = node.properties.get(name)?.value;
    if (value !== undefined && value !== noScript && value !== "") return false;
    return reference.when === undefined || judgeCondition(reference.when, propertyValues(node)) === "yes";
  });
  return unset.map(({ name }) => (facts) => {
    const setting = node.properties.get(name);
    if (!facts.isReached(node) || (setting === undefined && !isMissing(facts, node.id, name))) return undefined;
    return { at: setting?.place ?? node.namePlace, args: { node: nodeLabel(node) } };
  });
});

/** Settings as a whole may be missing, which is reported as such, and a value that nobody can read is there. */
function isMissing({ document }: JourneyFacts, node: string, property: string): boolean {
  return document.hasBody(node) && !document.hasProperty(node, property);
}
