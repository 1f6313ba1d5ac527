import { scriptTokens } from "../script-tokens.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** A use of something by its name. */
export interface NamedUse {
  readonly name: string;
  /** Offset of the name in the script's body. */
  readonly at: number;
  /** Whether something else is taken where it is not there. */
  readonly hasFallback: boolean;
}

export interface NamedUses {
  readonly named: readonly NamedUse[];
  /** Whether others are used too, whose names the script computes. */
  readonly hasComputed: boolean;
}

/** The library scripts that a script requires. */
export function requiredLibraries(index: ScriptIndex): NamedUses {
  return usesIn(index, (callee) => index.isBinding(callee, "require"));
}

/** The variables of the tenant that a script reads: `systemEnv.getProperty("esv.…")`. */
export function readVariables(index: ScriptIndex): NamedUses {
  return usesIn(index, isMethodOf("systemEnv", "getProperty", index));
}

/** The secrets of the tenant that a script reads, by their labels: `secrets.getGenericSecret("…")`. */
export function readSecrets(index: ScriptIndex): NamedUses {
  return usesIn(index, isMethodOf("secrets", "getGenericSecret", index));
}

/** The parameters, headers and cookies of the request that a script reads. */
export function readRequest(
  index: ScriptIndex,
  map: "requestParameters" | "requestHeaders" | "requestCookies",
): NamedUses {
  const named: NamedUse[] = [];
  let hasComputed = false;
  for (const node of index.names) {
    if (!index.isBinding(node, map)) continue;
    const member = index.parentOf(node);
    if (member?.type !== "MemberExpression" || member.object !== node) {
      hasComputed ||= member?.type !== "UnaryExpression";
      continue;
    }
    const around = index.parentOf(member);
    const isCalled = around?.type === "CallExpression" && around.callee === member;
    const method = memberName(member);
    if (isCalled && method !== "get") continue;
    const key = isCalled ? around.arguments[0] : member.property;
    const name = isCalled || member.computed ? index.textOf(key) : method;
    if (name === undefined || !key) hasComputed = true;
    else named.push({ name, at: key.start, hasFallback: false });
  }
  return { named, hasComputed };
}

function isMethodOf(binding: string, method: string, index: ScriptIndex) {
  return (callee: ScriptIndex["nodes"][number]) =>
    callee.type === "MemberExpression" && memberName(callee) === method && index.isBinding(callee.object, binding);
}

function usesIn(index: ScriptIndex, isCalled: (callee: ScriptIndex["nodes"][number]) => boolean): NamedUses {
  const named: NamedUse[] = [];
  let hasComputed = false;
  for (const { callee, arguments: given } of index.calls) {
    if (!isCalled(callee)) continue;
    const [argument] = given;
    const values = argument && index.literals.valuesOf(argument);
    if (!values || !argument) hasComputed = true;
    else for (const name of values) named.push({ name, at: argument.start, hasFallback: given.length > 1 });
  }
  return { named, hasComputed };
}

/** Calls of a function with a text, in a script that is no tree because it is broken or written in another language. */
export function usesInTokens(body: string, called: readonly string[]): readonly NamedUse[] {
  const tokens = scriptTokens(body);
  return tokens.flatMap(({ kind, text: name, start: at }, index) => {
    const after = tokens[index + 1]?.text ?? "";
    if (kind !== "text" || !/^[),]$/.test(after) || tokens[index - 1]?.text !== "(") return [];
    const isMeant = called.every((part, back) => tokens[index - 1 - called.length + back]?.text === part);
    return isMeant ? [{ name, at, hasFallback: after === "," }] : [];
  });
}
