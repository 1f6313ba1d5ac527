import type { Script } from "../../model/model.js";
import { isJavaScript, placeInScript } from "../../model/script-place.js";
import { type ScriptSecret, secretsInTokens } from "../../rhino/analysis/script-secrets.js";
import { analysisOf } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/**
 * Reports secrets in scripts, where their form or their use leaves no doubt. A script that several journeys use is reported once.
 */
export const secretInScript = modelRule("secret-in-script", "may-miss", (model, report) => {
  const seen = new Set<string>();
  for (const script of model.journeys.flatMap((journey) => journey.scripts)) {
    const known = `${script.id} ${script.body}`;
    if (seen.has(known)) continue;
    seen.add(known);
    const first = firstSecret(script);
    if (first === undefined) continue;
    const { at, line } = placeInScript(script, first.at);
    report({ at, args: { script: script.title, what: first.what, name: first.name, line } });
  }
});

/** The first secret, at its offset in the script's body. */
function firstSecret(script: Script): ScriptSecret | undefined {
  const analysed = isJavaScript(script) ? analysisOf(script) : undefined;
  if (analysed?.kind !== "analysed") return secretsInTokens(script.body)[0];
  const [first] = analysed.secrets;
  return first && { ...first, at: analysed.originalOffset(first.at) };
}
