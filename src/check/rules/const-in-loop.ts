import { constsInLoops } from "../../rhino/const-in-loop.js";
import { parseScript } from "../../rhino/parse-script.js";
import { modelRule } from "../rule.js";
import { isLibrary, javaScripts, placeInScript } from "../script-place.js";

/** Reports each `const` in a loop that would have another value in the next pass: in the platform's engine the first one stays. */
export const constInLoop = modelRule("const-in-loop", "may-miss", (model, report) => {
  for (const script of javaScripts(model)) {
    const parsed = parseScript(script.body, { isLibrary: isLibrary(script) });
    if (parsed.kind !== "tree") continue;
    for (const { name, at: offset } of constsInLoops(parsed.program)) {
      const { at, line } = placeInScript(script, parsed.clean.originalOffset(offset));
      report({ at, args: { script: script.title, line, name } });
    }
  }
});
