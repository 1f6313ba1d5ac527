import { nearestName } from "../../diagnostics/suggest.js";
import { isLibrary } from "../../model/script-place.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/**
 * Reports library scripts that a script requires and that are not there, where others are: what was read without any may have been made
 * without them. The tenant may have the missing one.
 */
export const unknownLibrary = modelRule("unknown-library", "may-overreport", (model, report) => {
  const titles = new Set<string>();
  const titleOf = new Map<string, string>();
  for (const { scripts } of model.journeys)
    for (const script of scripts) {
      if (!isLibrary(script)) continue;
      titles.add(script.title);
      titleOf.set(script.name, script.title);
    }
  if (titles.size === 0) return;
  for (const { title, libraries, placeOf } of analysedScripts(model)) {
    const seen = new Set<string>(titles);
    for (const { name: library, at: offset } of libraries.named) {
      if (seen.has(library)) continue;
      seen.add(library);
      const { at, line } = placeOf(offset);
      report({
        at,
        args: { script: title, line, library, nearest: titleOf.get(library) ?? nearestName(library, titles) },
      });
    }
  }
});
