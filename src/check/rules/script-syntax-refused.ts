import { refusedSyntax } from "../../rhino/dialect.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports syntax that the platform's script engine does not compile, each kind once a script. */
export const scriptSyntaxRefused = modelRule("script-syntax-refused", "may-miss", (model, report) => {
  for (const { title, refused, placeOf } of analysedScripts(model)) {
    const seen = new Set<string>();
    for (const { syntax, at: offset, instead } of refused) {
      if (seen.has(syntax)) continue;
      seen.add(syntax);
      const { at, line } = placeOf(offset);
      const given = refusedSyntax[syntax];
      report({ at, args: { script: title, line, ...given, instead: instead ?? given.instead } });
    }
  }
});
