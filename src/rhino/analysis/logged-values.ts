import type { NodeOfType, ScriptNode } from "../script-tree.js";
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
    const texts = given.filter((value) => !isObject(value, index));
    const sources = texts.flatMap((value) => [...valueSources(value, index), ...alsoInState(value, writes, index)]);
    return sources.length === 0 ? [] : [{ sources, at }];
  });
}

/** Whether a value is a JavaScript object: the engine hands it to the log of the platform as `[object Object]`, whatever it holds. */
function isObject(value: ScriptNode, { literals }: ScriptIndex): boolean {
  return (literals.onlyValueOf(value) ?? value).type === "ObjectExpression";
}

/** The keys of node state into which a script puts the same value: a code that it makes, keeps and logs. */
function alsoInState(logged: ScriptNode, writes: readonly ValueWrite[], index: ScriptIndex): readonly ValueSource[] {
  const names = namesIn(logged, index);
  return writes.flatMap(({ key, value }): readonly ValueSource[] => {
    const kept = value ? namesIn(value, index) : [];
    const isSame = kept.some((name) => names.some((other) => isSameVariable(name, other, index)));
    return isSame ? [{ kind: "state", key }] : [];
  });
}

type NameNode = NodeOfType<"Identifier">;

/** The names of variables that a text is put together of. */
function namesIn(value: ScriptNode, index: ScriptIndex): readonly NameNode[] {
  return textParts(value, index, { keepsNames: true }).flatMap((part) => {
    return typeof part === "object" && part.type === "Identifier" ? [part] : [];
  });
}

/** Which variable a name means is asked only where the names are the same, since scopes are looked for then. */
function isSameVariable(name: NameNode, other: NameNode, { variables }: ScriptIndex): boolean {
  return name.name === other.name && variables.of(name) === variables.of(other);
}

function isLog(callee: ScriptNode): boolean {
  if (callee.type === "Identifier") return ownLog.test(callee.name);
  if (callee.type !== "MemberExpression" || !levels.has(memberName(callee) ?? "")) return false;
  return callee.object.type === "Identifier" && /logger$/i.test(callee.object.name);
}
