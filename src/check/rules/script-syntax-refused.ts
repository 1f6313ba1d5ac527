import { refusedSyntax } from "../../rhino/dialect.js";
import { parseScript } from "../../rhino/parse-script.js";
import { refusedIn } from "../../rhino/refused-syntax.js";
import { modelRule } from "../rule.js";
import { isLibrary, javaScripts, placeInScript } from "../script-place.js";

/** Reports syntax that the platform's script engine does not compile, each kind once a script. */
export const scriptSyntaxRefused = modelRule("script-syntax-refused", "may-miss", (model, report) => {
  for (const script of javaScripts(model)) {
    const parsed = parseScript(script.body, { isLibrary: isLibrary(script) });
    if (parsed.kind !== "tree") continue;
    const seen = new Set<string>();
    for (const { syntax, at: offset } of refusedIn(parsed.program, parsed.clean.text)) {
      if (seen.has(syntax)) continue;
      seen.add(syntax);
      const { at, line } = placeInScript(script, parsed.clean.originalOffset(offset));
      report({ at, args: { script: script.title, line, ...refusedSyntax[syntax] } });
    }
  }
});
