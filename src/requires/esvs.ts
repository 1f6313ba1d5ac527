import { variableName } from "../model/resource-references.js";
import { variablesOfScript } from "../rhino/analysis/needs-of-script.js";
import type { Json } from "../text/json.js";
import { textsIn } from "../text/texts-in.js";

const variable = /&\{(esv[.-][^}|]+)(\|[^}]*)?\}/g;

/** The ESVs (environment secrets and variables) in the texts of a value. An ESV with a fallback is not required, but `optional`. */
export function esvsIn(value: Json, optional = false): readonly string[] {
  const found: string[] = [];
  for (const text of textsIn(value)) {
    for (const [, name, fallback] of text.matchAll(variable)) {
      if (name !== undefined && (optional || fallback === undefined)) found.push(variableName(name));
    }
  }
  return found;
}

/** The ESVs that a script requires; with `optional`, those for which it has a fallback too. */
export function esvsOfScript(body: string, optional = false): readonly string[] {
  // With a fallback the script works without the variable.
  return variablesOfScript(body).flatMap(({ name, hasFallback }) =>
    /^esv[.-]/.test(name) && (optional || !hasFallback) ? [variableName(name)] : [],
  );
}
