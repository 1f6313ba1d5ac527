import type { DiagnosticExtras } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Script } from "../../model/model.js";
import { generationOf } from "../../model/script-place.js";
import type { BindingUse } from "../../rhino/analysis/binding-uses.js";
import {
  bindingMethods,
  bindingNames,
  bindingsOfOne,
  givenMethods,
  growingBindings,
  javaNames,
  type ScriptGeneration,
} from "../../rhino/bindings.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

interface UnknownUse {
  readonly used: string;
  readonly isOfOther: boolean;
  readonly nearest: string | undefined;
}

/**
 * Reports methods and objects of the platform that the engine of a script does not have, each once a script, and names that nothing makes
 * where one of these is nearly the same.
 */
export const unknownScriptMethod = modelRule("unknown-script-method", "may-miss", (model, report) => {
  for (const { script, title, bindings, unknownNames, placeOf } of analysedScripts(model)) {
    const generation = generationOf(script);
    if (generation === undefined) continue;
    const seen = new Set<string>();
    const found = [
      ...bindings.map(({ at, ...use }) => ({ at, unknown: unknownIn(use, generation) })),
      ...unknownNames.unknown.map(({ at, name }) => ({
        at,
        unknown: misspeltName(name, [...bindingNames(generation), ...unknownNames.own]),
      })),
    ];
    for (const { at: offset, unknown } of found) {
      if (unknown?.isOfOther === true && lacksEngine(script)) {
        if (seen.has("engine")) continue;
        seen.add("engine");
        const { line } = placeOf(offset);
        report({ at: script.place, args: { script: title, line, generation, ...unknown }, help: nameEngine });
        continue;
      }
      // Java is one cause, by whatever name.
      const cause = unknown && (javaNames.includes(unknown.used) ? "Java" : unknown.used);
      if (!unknown || cause === undefined || seen.has(cause)) continue;
      seen.add(cause);
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, generation, ...unknown }, ...otherEngine(script, unknown) });
    }
  }
});

/** Where the declaration chooses the engine. */
function otherEngine({ properties, file }: Script, { isOfOther }: UnknownUse): DiagnosticExtras {
  const chosen = properties.get("evaluatorVersion");
  if (!isOfOther || file === undefined || chosen?.explicit !== true) return {};
  const right = chosen.value === "2.0" ? "1.0" : "2.0";
  return {
    help: `Write the script for this engine, or \`evaluatorVersion: "${right}"\` for the other one.`,
    related: [{ place: chosen.place, message: "The engine is chosen here" }],
  };
}

const nameEngine =
  'Write `evaluatorVersion: "2.0"` in the declaration of the script for the next-generation engine, or write the script for the legacy one.';

/** A declaration that says nothing of the engine gets the older one, which its author may not know. */
function lacksEngine({ properties, file }: Script): boolean {
  return file !== undefined && properties.get("evaluatorVersion")?.explicit === false;
}

/** A name that nothing makes, where the script or its engine has one that is nearly the same. */
function misspeltName(name: string, candidates: readonly string[]): UnknownUse | undefined {
  // Of a short name, many others are near.
  const nearest = name.length < 4 ? undefined : nearestName(name, new Set(candidates), name.length < 6 ? 1 : 2);
  return nearest === undefined ? undefined : { used: name, isOfOther: false, nearest };
}

function unknownIn({ binding, method }: Omit<BindingUse, "at">, generation: ScriptGeneration): UnknownUse | undefined {
  const other = generation === "legacy" ? "next-generation" : "legacy";
  if (bindingsOfOne[other].includes(binding)) return { used: binding, isOfOther: true, nearest: undefined };
  if (method === undefined) return undefined;
  const used = `${binding}.${method}`;
  const methods = bindingMethods[generation][binding] ?? givenMethods[generation][binding];
  if (methods === undefined || methods.includes(method)) return undefined;
  const isOfOther = (bindingMethods[other][binding] ?? givenMethods[other][binding])?.includes(method) === true;
  const mayHaveAny = binding === "nodeState.get()";
  const nearest = isOfOther || mayHaveAny ? undefined : nearestName(method, methods);
  const mayHaveMore = growingBindings.includes(binding) || binding in givenMethods[generation];
  if (!isOfOther && nearest === undefined && mayHaveMore) return undefined;
  return { used, isOfOther, nearest: nearest && `${binding}.${nearest}` };
}
