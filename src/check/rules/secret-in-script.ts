import { modelRule } from "../rule.js";
import { scriptSecrets } from "../texts/script-secrets.js";

/**
 * Reports secrets in scripts, where their form leaves no doubt. A script that several journeys use is reported once.
 */
export const secretInScript = modelRule("secret-in-script", "may-miss", (model, report) => {
  const seen = new Set<string>();
  for (const script of model.journeys.flatMap((journey) => journey.scripts)) {
    const known = `${script.id} ${script.body}`;
    if (seen.has(known)) continue;
    seen.add(known);
    const [first] = scriptSecrets(script.body);
    if (first) report({ at: script.place, args: { script: script.title, what: first.what } });
  }
});
