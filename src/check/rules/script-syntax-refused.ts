import { refusedSyntax } from "../../rhino/dialect.js";
import { refusedIn } from "../../rhino/refused-syntax.js";
import { modelRule } from "../rule.js";
import { scriptTrees } from "../script-trees.js";

/** Reports syntax that the platform's script engine does not compile, each kind once a script. */
export const scriptSyntaxRefused = modelRule("script-syntax-refused", "may-miss", (model, report) => {
  for (const { title, program, text, placeOf } of scriptTrees(model)) {
    const seen = new Set<string>();
    for (const { syntax, at: offset } of refusedIn(program, text)) {
      if (seen.has(syntax)) continue;
      seen.add(syntax);
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, ...refusedSyntax[syntax] } });
    }
  }
});
