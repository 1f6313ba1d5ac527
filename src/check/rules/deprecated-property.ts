import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** Reports deprecated properties that the author has set. Defaults are not reported. */
export const deprecatedProperty = journeyRule(
  "deprecated-property",
  "proves",
  (facts, report) => {
    for (const node of facts.nodes) {
      const { deprecated } = markedProperties(node);
      if (deprecated.size === 0) continue;
      for (const [property, setting] of node.properties) {
        if (!setting.explicit || !deprecated.has(property)) continue;
        report({ at: setting.place, args: { type: node.typeId, property } });
      }
    }
  },
  { evenIfIncomplete: true },
);
