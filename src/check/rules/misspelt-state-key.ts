import { placeInScript } from "../../model/script-place.js";
import { journeyRule } from "../rule.js";
import { keptKeys } from "../state/written-keys.js";

/**
 * Reports keys that a script reads and that nothing around its journey writes, where the key of something that is written is nearly the
 * same.
 */
export const misspeltStateKey = journeyRule("misspelt-state-key", "may-overreport", (facts, report) => {
  const reported = new Set<string>();
  for (const { node, read, inner } of facts.state.reads) {
    const { key, script } = read;
    // A journey that this one runs is looked at by itself.
    if (script === undefined || inner !== undefined || script.writesItself) continue;
    const known = `${script.body.id} ${key}`;
    const meant = reported.has(known) ? undefined : facts.model.writtenKeys.meantBy(key, facts.journey);
    if (meant === undefined) continue;
    reported.add(known);
    const { at, line } = placeInScript(script.body, script.at);
    const args = { script: script.body.title, line, key, meant };
    const runner = { place: node.namePlace, message: "The node that runs it" };
    const kept = keptKeys(facts.journey).get(key)?.place;
    // What the node declares as input is rather kept under the wrong key.
    if (kept !== undefined && script.isNamed) {
      const help = `Write "${key}" here, as the script and the inputs of its node have it.`;
      report({ at: kept, args, help, related: [{ place: at, message: "It is read here" }, runner] });
    } else if (kept !== undefined) {
      report({ at, args, related: [{ place: kept, message: `"${key}" is kept as "${meant}" here` }, runner] });
    } else report({ at, args, related: [runner] });
  }
});
