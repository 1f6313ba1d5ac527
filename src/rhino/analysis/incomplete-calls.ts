import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** A call of an object of the platform that lacks a value which it needs. */
export interface IncompleteCall {
  /** With its object: `nodeState.putShared`. */
  readonly called: string;
  /** What it lacks, in words. */
  readonly lacks: string;
  /** Offset of the method in the text that was parsed. */
  readonly at: number;
}

/** Finds state that is put without its value, and queries without a filter. */
export function incompleteCalls(index: ScriptIndex): readonly IncompleteCall[] {
  return index.calls.flatMap(({ callee, arguments: given }) => {
    const method = memberName(callee);
    if (callee.type !== "MemberExpression" || method === undefined) return [];
    const { object } = callee;
    const at = callee.property.start;
    const isPut = (method === "putShared" || method === "putTransient") && index.isBinding(object, "nodeState");
    if (isPut && given.length === 1) return [{ called: `nodeState.${method}`, lacks: "value for its key", at }];
    const isQuery = method === "query" && index.isBinding(object, "openidm");
    return isQuery && lacksFilter(given[1]) ? [{ called: "openidm.query", lacks: "`_queryFilter`", at }] : [];
  });
}

const filters: ReadonlySet<string> = new Set(["_queryFilter", "_queryId", "_queryExpression"]);

/** Whether the second value certainly names no filter. */
function lacksFilter(value: ScriptNode | undefined): boolean {
  if (value === undefined || value.type === "Literal" || value.type === "TemplateLiteral") return true;
  if (value.type !== "ObjectExpression") return false;
  return value.properties.every((property) => {
    if (property.type !== "Property" || property.computed) return false;
    const { key } = property;
    return !filters.has(key.type === "Identifier" ? key.name : String((key as { readonly value?: unknown }).value));
  });
}
