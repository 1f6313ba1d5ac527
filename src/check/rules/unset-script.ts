import { judgeCondition } from "../../catalogue/condition.js";
import { propertyValues } from "../../model/property-values.js";
import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** The value that the admin console stores where no script is chosen; other tools store an empty text. */
const noScript = "[Empty]";

/**
 * Reports nodes that run a script and have none. Optional scripts, and those that the settings switch off, are not
 * needed.
 */
export const unsetScript = journeyRule("unset-script", "may-miss", (facts, report) => {
  for (const node of allNodes(facts.reachedNodes)) {
    for (const property of markedProperties(node).references) {
      if (property.reference?.kind !== "script" || property.required !== true) continue;
      const setting = node.properties.get(property.name);
      const isUnset =
        setting === undefined
          ? isMissing(facts, node.id, property.name)
          : setting.value === noScript || setting.value === "";
      if (!isUnset) continue;
      const { when } = property.reference;
      if (when !== undefined && judgeCondition(when, propertyValues(node)) !== "yes") continue;
      report({ at: setting?.place ?? node.namePlace, args: { node: nodeLabel(node) } });
    }
  }
});

/** Settings as a whole may be missing, which is reported as such, and a value that nobody can read is there. */
function isMissing({ document }: JourneyFacts, node: string, property: string): boolean {
  return document.hasBody(node) && !document.hasProperty(node, property);
}
