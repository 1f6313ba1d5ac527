import { missingIn } from "../../rhino/missing-functions.js";
import { parseScript } from "../../rhino/parse-script.js";
import { modelRule } from "../rule.js";
import { isLibrary, javaScripts, placeInScript } from "../script-place.js";

/** Reports functions and names that the platform's script engine lacks, each once a script, where it is certain what is called. */
export const scriptFunctionMissing = modelRule("script-function-missing", "may-miss", (model, report) => {
  for (const script of javaScripts(model)) {
    const parsed = parseScript(script.body, { isLibrary: isLibrary(script) });
    if (parsed.kind !== "tree") continue;
    const seen = new Set<string>();
    for (const { name, at: offset } of missingIn(parsed.program)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { at, line } = placeInScript(script, parsed.clean.originalOffset(offset));
      report({ at, args: { script: script.title, line, name } });
    }
  }
});
