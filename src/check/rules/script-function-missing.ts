import { missingIn } from "../../rhino/missing-functions.js";
import { modelRule } from "../rule.js";
import { scriptTrees } from "../script-trees.js";

/** Reports functions and names that the platform's script engine lacks, each once a script, where it is certain what is called. */
export const scriptFunctionMissing = modelRule("script-function-missing", "may-miss", (model, report) => {
  for (const { title, program, placeOf } of scriptTrees(model)) {
    const seen = new Set<string>();
    for (const { name, at: offset } of missingIn(program)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, name } });
    }
  }
});
