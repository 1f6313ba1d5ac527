import type { Script } from "../../model/model.js";
import { type ScriptSecret, secretsInTokens } from "../../rhino/analysis/script-secrets.js";
import { analysisOf } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";
import { isJavaScript } from "../script-place.js";

/**
 * Reports secrets in scripts, where their form or their use leaves no doubt. A script that several journeys use is reported once.
 */
export const secretInScript = modelRule("secret-in-script", "may-miss", (model, report) => {
  const seen = new Set<string>();
  for (const script of model.journeys.flatMap((journey) => journey.scripts)) {
    const known = `${script.id} ${script.body}`;
    if (seen.has(known)) continue;
    seen.add(known);
    const [first] = secretsOf(script);
    if (first) report({ at: script.place, args: { script: script.title, what: first.what } });
  }
});

function secretsOf(script: Script): readonly ScriptSecret[] {
  const analysed = isJavaScript(script) ? analysisOf(script) : undefined;
  return analysed?.kind === "analysed" ? analysed.secrets : secretsInTokens(script.body);
}
