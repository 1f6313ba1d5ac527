import { parseScript } from "../../rhino/parse-script.js";
import { modelRule } from "../rule.js";
import { isLibrary, javaScripts, placeInScript } from "../script-place.js";

/** Reports scripts that are no JavaScript, with all that Rhino reads beyond it. */
export const brokenScript = modelRule("broken-script", "may-miss", (model, report) => {
  for (const script of javaScripts(model)) {
    const parsed = parseScript(script.body, { isLibrary: isLibrary(script) });
    if (parsed.kind !== "broken") continue;
    const { at, line } = placeInScript(script, parsed.clean.originalOffset(parsed.at));
    report({ at, args: { script: script.title, line, problem: parsed.message } });
  }
});
