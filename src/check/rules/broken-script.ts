import { javaScripts, placeInScript } from "../../model/script-place.js";
import { analysisOf } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports scripts that are no JavaScript, with all that Rhino reads beyond it. */
export const brokenScript = modelRule("broken-script", "may-miss", (model, report) => {
  for (const script of javaScripts(model)) {
    const analysed = analysisOf(script);
    if (analysed.kind !== "broken") continue;
    const { at, line } = placeInScript(script, analysed.clean.originalOffset(analysed.at));
    report({ at, args: { script: script.title, line, problem: analysed.message } });
  }
});
