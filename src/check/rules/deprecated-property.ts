import { propertiesByName } from "../../model/known-properties.js";
import { allNodes } from "../../model/used-resources.js";
import { journeyRule } from "../rule.js";

/** Reports properties that are given although the vendor has deprecated them; defaults that nobody wrote are left alone. */
export const deprecatedProperty = journeyRule(
  "deprecated-property",
  "proves",
  (journey, report) => {
    for (const node of allNodes(journey.nodes)) {
      const known = propertiesByName(node.type, node.version);
      for (const [property, setting] of node.properties) {
        if (!setting.explicit || known?.get(property)?.deprecated !== true) continue;
        report({ at: setting.place, args: { type: node.typeId, property } });
      }
    }
  },
  { evenIfIncomplete: true },
);
