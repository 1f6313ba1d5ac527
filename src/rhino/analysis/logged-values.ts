import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import { type ValueSource, valueSources } from "./value-sources.js";

/** Values that a script writes to the log. */
export interface LoggedValues {
  readonly sources: readonly ValueSource[];
  /** Offset in the text that was parsed. */
  readonly at: number;
}

/** A function of the script that is called so: `_log(…)`, `logDebug(…)`, and no `login(…)`. */
const ownLog = /^_*log(?:ger|Message|Debug|Info|Warn|Warning|Error|Line|It)?$/;
const levels: ReadonlySet<string> = new Set(["trace", "debug", "info", "warn", "warning", "message", "error"]);

/** What a script logs, with the binding, with an object of its own that is called so (`nodeLogger.debug(…)`), or with a function of its own. */
export function loggedValues(index: ScriptIndex): readonly LoggedValues[] {
  return index.calls.flatMap(({ callee, arguments: given, start: at }) => {
    if (!isLog(callee)) return [];
    const sources = given.flatMap((value) => valueSources(value, index));
    return sources.length === 0 ? [] : [{ sources, at }];
  });
}

function isLog(callee: ScriptNode): boolean {
  if (callee.type === "Identifier") return ownLog.test(callee.name);
  if (callee.type !== "MemberExpression" || !levels.has(memberName(callee) ?? "")) return false;
  return callee.object.type === "Identifier" && /logger$/i.test(callee.object.name);
}
