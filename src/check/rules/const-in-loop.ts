import { constsInLoops } from "../../rhino/const-in-loop.js";
import { modelRule } from "../rule.js";
import { scriptTrees } from "../script-trees.js";

/** Reports each `const` in a loop that would have another value in the next pass: in the platform's engine the first one stays. */
export const constInLoop = modelRule("const-in-loop", "may-miss", (model, report) => {
  for (const { title, program, placeOf } of scriptTrees(model)) {
    for (const { name, at: offset } of constsInLoops(program)) {
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, name } });
    }
  }
});
