import { nearestName } from "../../diagnostics/suggest.js";
import type { BindingUse } from "../../rhino/analysis/binding-uses.js";
import {
  bindingMethods,
  bindingsOfOne,
  growingBindings,
  type ScriptGeneration,
  stateValueMethods,
} from "../../rhino/bindings.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";
import { generationOf } from "../script-place.js";

interface UnknownUse {
  readonly used: string;
  readonly isOfOther: boolean;
  readonly nearest: string | undefined;
}

/** Reports methods and objects of the platform that the engine of a script does not have, each once a script. */
export const unknownScriptMethod = modelRule("unknown-script-method", "may-miss", (model, report) => {
  for (const { script, title, bindings, placeOf } of analysedScripts(model)) {
    const generation = generationOf(script);
    if (generation === undefined) continue;
    const seen = new Set<string>();
    for (const use of bindings) {
      const unknown = unknownIn(use, generation);
      if (!unknown || seen.has(unknown.used)) continue;
      seen.add(unknown.used);
      const { at, line } = placeOf(use.at);
      report({ at, args: { script: title, line, generation, ...unknown } });
    }
  }
});

function unknownIn({ binding, method }: BindingUse, generation: ScriptGeneration): UnknownUse | undefined {
  const other = generation === "legacy" ? "next-generation" : "legacy";
  if (bindingsOfOne[other].includes(binding)) return { used: binding, isOfOther: true, nearest: undefined };
  if (method === undefined) return undefined;
  const used = `${binding}.${method}`;
  if (binding === "nodeState.get()") {
    return stateValueMethods[other].includes(method) ? { used, isOfOther: true, nearest: undefined } : undefined;
  }
  const methods = bindingMethods[generation][binding];
  if (methods === undefined || methods.includes(method)) return undefined;
  const isOfOther = bindingMethods[other][binding]?.includes(method) === true;
  const nearest = isOfOther ? undefined : nearestName(method, methods);
  if (!isOfOther && nearest === undefined && growingBindings.includes(binding)) return undefined;
  return { used, isOfOther, nearest: nearest && `${binding}.${nearest}` };
}
