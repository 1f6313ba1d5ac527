import { judgeCondition } from "../../catalogue/condition.js";
import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { propertyValues } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** The value that the admin console stores where no script is chosen. */
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
      if (setting?.value !== noScript) continue;
      const { when } = property.reference;
      if (when !== undefined && judgeCondition(when, propertyValues(node)) !== "yes") continue;
      report({ at: setting.place, args: { node: nodeLabel(node) } });
    }
  }
});
