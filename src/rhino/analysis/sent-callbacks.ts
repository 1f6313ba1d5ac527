import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import { type ValueSource, valueSources } from "./value-sources.js";

/** A callback that a script makes to be sent. */
export interface SentCallback {
  /** As on the wire: `NameCallback`. */
  readonly type: string;
  /** What is shown in it. */
  readonly sources: readonly ValueSource[];
  /** Offset in the text that was parsed. */
  readonly at: number;
}

export interface SentCallbacks {
  /** In the order of the text. */
  readonly made: readonly SentCallback[];
  /** Whether the script sends callbacks, or suspends the journey, somewhere. */
  readonly sends: boolean;
}

/** The callbacks that a script makes: `new NameCallback(…)`, with its class from anywhere, and `callbacksBuilder.nameCallback(…)`. */
export function sentCallbacks(index: ScriptIndex): SentCallbacks {
  const made: SentCallback[] = [];
  let sends = index.names.some(({ name }) => name === "callbacksBuilder");
  for (const { callee, given, start: at } of callsAndNews(index)) {
    const name = callee.type === "Identifier" ? callee.name : memberName(callee);
    if (name === undefined) continue;
    const type = madeBy(callee, name, index);
    if (type !== undefined) {
      const sources = given.flatMap((argument) => valueSources(argument, index));
      made.push({ type, sources, at });
    } else if (callee.type === "MemberExpression") {
      // `httpClient.send` sends something else.
      sends ||= name === "suspend" || (name === "send" && isAction(callee.object));
    }
  }
  return { made: made.sort((left, right) => left.at - right.at), sends };
}

/** The type of the callback that a call makes. */
export function madeBy(callee: ScriptNode, name: string, index: ScriptIndex): string | undefined {
  if (callee.type === "MemberExpression" && index.isBinding(callee.object, "callbacksBuilder")) {
    return name.charAt(0).toUpperCase() + name.slice(1);
  }
  return /^[A-Z]\w*Callback$/.test(name) ? name : undefined;
}

/** The calls of a script with what they are given; in the legacy engine a Java class may be called without `new`. */
export function* callsAndNews(
  index: ScriptIndex,
): Iterable<{ readonly callee: ScriptNode; readonly given: readonly ScriptNode[]; readonly start: number }> {
  for (const { callee, arguments: given, start } of index.calls) yield { callee, given, start };
  for (const { callee, arguments: given, start } of index.made) yield { callee, given, start };
}

/** `Action` and `imports.Action`. */
function isAction(node: ScriptNode): boolean {
  return (node.type === "Identifier" ? node.name : memberName(node)) === "Action";
}
