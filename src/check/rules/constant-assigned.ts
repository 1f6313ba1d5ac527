import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports assignments to a `const`, each name once a script: the platform's engine passes over them without an error. */
export const constantAssigned = modelRule("constant-assigned", "may-miss", (model, report) => {
  for (const { title, assignedConstants, placeOf } of analysedScripts(model)) {
    const seen = new Set<string>();
    for (const { name, at: offset } of assignedConstants) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, name } });
    }
  }
});
