import { generationOf } from "../../model/script-place.js";
import { insteadOfMissing } from "../../rhino/instead-of-missing.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports functions and names that the platform's script engine lacks, each once a script, where it is certain what is called. */
export const scriptFunctionMissing = modelRule("script-function-missing", "may-miss", (model, report) => {
  for (const { script, title, missing, placeOf } of analysedScripts(model)) {
    const seen = new Set<string>();
    for (const { name, method, at: offset } of missing) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { at, line } = placeOf(offset);
      const help = insteadOfMissing(name, method, generationOf(script));
      report({ at, args: { script: title, line, name }, ...(help === undefined ? {} : { help }) });
    }
  }
});
