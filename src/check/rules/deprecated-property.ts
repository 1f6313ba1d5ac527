import { markedProperties } from "../marked-properties.js";
import { nodeRule } from "../rule.js";

/** Reports deprecated properties that the author has set. Defaults are not reported. */
export const deprecatedProperty = nodeRule(
  "deprecated-property",
  "proves",
  (node) => {
    const { deprecated } = markedProperties(node);
    if (deprecated.size === 0) return [];
    return [...node.properties].flatMap(([property, { explicit, place }]) =>
      explicit && deprecated.has(property) ? [{ at: place, args: { type: node.typeId, property } }] : [],
    );
  },
  { evenIfIncomplete: true },
);
