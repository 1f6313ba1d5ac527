import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import { textParts } from "./text-parts.js";

/** An HTTP request that a script makes. */
export interface SentRequest {
  /** What the address begins with, up to what the script computes. */
  readonly address: string;
  /** Whether the rest of the address is computed. */
  readonly isComputed: boolean;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

/** The requests that a script makes: `httpClient.send("…")` and, in the legacy engine, `request.setUri("…")`. */
export function sentRequests(index: ScriptIndex): readonly SentRequest[] {
  return index.calls.flatMap(({ callee, arguments: [given] }) => {
    if (!given || callee.type !== "MemberExpression") return [];
    const method = memberName(callee);
    const isSent = method === "send" && index.isBinding(callee.object, "httpClient") && !isRequest(given, index);
    if (!isSent && method !== "setUri") return [];
    const [first, ...rest] = textParts(given, index);
    const address = typeof first === "string" ? first : "";
    return [{ address, isComputed: first !== address || rest.length > 0, at: given.start }];
  });
}

/** Whether what is sent is a request of the legacy engine, whose address is set elsewhere. */
function isRequest(node: ScriptNode, index: ScriptIndex): boolean {
  return (index.literals.onlyValueOf(node) ?? node).type === "NewExpression";
}
