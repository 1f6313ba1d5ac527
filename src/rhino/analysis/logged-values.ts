import { memberName, type ScriptIndex } from "./script-index.js";
import { type ValueSource, valueSources } from "./value-sources.js";

/** Values that a script writes to the log. */
export interface LoggedValues {
  readonly sources: readonly ValueSource[];
  /** Offset in the text that was parsed. */
  readonly at: number;
}

const levels: ReadonlySet<string> = new Set(["trace", "debug", "info", "warn", "warning", "message", "error"]);

/** What a script logs, with the binding or with an object of its own that is called so: `nodeLogger.debug(…)`. */
export function loggedValues(index: ScriptIndex): readonly LoggedValues[] {
  return index.calls.flatMap(({ callee, arguments: given, start: at }) => {
    if (callee.type !== "MemberExpression" || !levels.has(memberName(callee) ?? "")) return [];
    const { object } = callee;
    if (object.type !== "Identifier" || !/logger$/i.test(object.name)) return [];
    const sources = given.flatMap((value) => valueSources(value, index));
    return sources.length === 0 ? [] : [{ sources, at }];
  });
}
