import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports conditions of scripts that assign a fixed value, where a comparison is meant, and comparisons where a value is to be assigned. */
export const conditionAssigned = modelRule("condition-assigned", "may-miss", (model, report) => {
  for (const { title, assignedConditions, placeOf } of analysedScripts(model)) {
    for (const { at: offset, kind } of assignedConditions) {
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, kind } });
    }
  }
});
