import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import { textParts } from "./text-parts.js";

/** An HTTP request that a script makes. */
export interface SentRequest {
  /** What the address begins with, up to what the script computes. */
  readonly address: string;
  /** Whether the rest of the address is computed. */
  readonly isComputed: boolean;
  /** In capitals; `undefined` where the script computes it, or sets it elsewhere. */
  readonly method: string | undefined;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

/** The requests that a script makes: `httpClient.send("…")` and, in the legacy engine, `request.setUri("…")`. */
export function sentRequests(index: ScriptIndex): readonly SentRequest[] {
  return index.calls.flatMap(({ callee, arguments: [given, options] }) => {
    if (!given || callee.type !== "MemberExpression") return [];
    const method = memberName(callee);
    const isSent = method === "send" && index.isBinding(callee.object, "httpClient") && !isRequest(given, index);
    if (!isSent && method !== "setUri") return [];
    const [first, ...rest] = textParts(given, index);
    const address = typeof first === "string" ? first : "";
    const isComputed = first !== address || rest.length > 0;
    return [{ address, isComputed, method: isSent ? methodIn(options, index) : undefined, at: given.start }];
  });
}

/** The method that the options of `httpClient.send` say; without one it is GET. */
function methodIn(options: ScriptNode | undefined, index: ScriptIndex): string | undefined {
  if (options === undefined) return "GET";
  const object = options.type === "ObjectExpression" ? options : index.literals.onlyValueOf(options);
  if (object?.type !== "ObjectExpression") return undefined;
  for (const property of object.properties) {
    if (property.type !== "Property" || property.computed) return undefined;
    const { key, value } = property;
    const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? key.value : undefined;
    if (name === "method") return index.textOf(value)?.toUpperCase();
  }
  // A name that holds the options may get others later.
  return object === options ? "GET" : undefined;
}

/** Whether what is sent is a request of the legacy engine, whose address is set elsewhere. */
function isRequest(node: ScriptNode, index: ScriptIndex): boolean {
  return (index.literals.onlyValueOf(node) ?? node).type === "NewExpression";
}
