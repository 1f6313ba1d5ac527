import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports each `const` in a loop that would have another value in the next pass: in the platform's engine the first one stays. */
export const constInLoop = modelRule("const-in-loop", "may-miss", (model, report) => {
  for (const { title, constsInLoops, placeOf } of analysedScripts(model)) {
    for (const { name, at: offset } of constsInLoops) {
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, name } });
    }
  }
});
