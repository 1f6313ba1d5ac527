import { placeInScript } from "../../model/script-place.js";
import { journeyRule } from "../rule.js";

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
    const related = [{ place: node.namePlace, message: "The node that runs it" }];
    report({ at, args: { script: script.body.title, line, key, meant }, related });
  }
});
