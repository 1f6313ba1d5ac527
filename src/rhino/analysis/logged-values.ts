import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import type { ValueWrite } from "./state-use.js";
import { textParts } from "./text-parts.js";
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
export function loggedValues(writes: readonly ValueWrite[], index: ScriptIndex): readonly LoggedValues[] {
  return index.calls.flatMap(({ callee, arguments: given, start: at }) => {
    if (!isLog(callee)) return [];
    const sources = given.flatMap((value) => [...valueSources(value, index), ...alsoInState(value, writes, index)]);
    return sources.length === 0 ? [] : [{ sources, at }];
  });
}

/** The keys of node state into which a script puts the same value: a code that it makes, keeps and logs. */
function alsoInState(logged: ScriptNode, writes: readonly ValueWrite[], index: ScriptIndex): readonly ValueSource[] {
  const names = variablesIn(logged, index);
  if (names.size === 0) return [];
  return writes.flatMap(({ key, value }): readonly ValueSource[] => {
    const isLogged = value && [...variablesIn(value, index)].some((variable) => names.has(variable));
    return isLogged ? [{ kind: "state", key }] : [];
  });
}

/** The variables that a text is put together of, as they are. */
function variablesIn(value: ScriptNode, index: ScriptIndex): ReadonlySet<unknown> {
  const parts = value.type === "Identifier" ? [value] : textParts(value, index, { keepsNames: true });
  return new Set(
    parts.flatMap((part) => {
      return typeof part === "object" && part.type === "Identifier" ? [index.variables.of(part)] : [];
    }),
  );
}

function isLog(callee: ScriptNode): boolean {
  if (callee.type === "Identifier") return ownLog.test(callee.name);
  if (callee.type !== "MemberExpression" || !levels.has(memberName(callee) ?? "")) return false;
  return callee.object.type === "Identifier" && /logger$/i.test(callee.object.name);
}
