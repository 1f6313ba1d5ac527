import type { ScriptIndex } from "./script-index.js";

/** The bindings by which a script only reads and writes node state, says how it ends, and logs. */
const ofState = ["nodeState", "sharedState", "transientState", "outcome", "action", "logger", "scriptName", "realm"];
/** What the language itself has, and reaches nothing. */
const ofLanguage =
  "Array Boolean Date Error Infinity JSON Math NaN Number Object RegExp String TypeError decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt undefined";
const harmless: ReadonlySet<string> = new Set([...ofState, ...ofLanguage.split(" ")]);

/** Whether a script uses nothing of the platform but node state: it asks nobody, and looks at no account, session or request. */
export function usesOnlyState({ names, literals }: ScriptIndex): boolean {
  return names.every(({ name }) => harmless.has(name) || literals.isMade(name));
}
