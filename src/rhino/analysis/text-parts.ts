import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** What a text is put together of: texts that are known, and the expressions that give the rest. */
export type TextPart = string | ScriptNode;

const mostParts = 1000;

/** The parts of a text in their order, through `+`, templates, `concat`, and names that hold one value, unless these are to be kept. */
export function textParts(
  node: ScriptNode,
  index: ScriptIndex,
  { keepsNames = false }: { readonly keepsNames?: boolean } = {},
): readonly TextPart[] {
  const parts: TextPart[] = [];
  const open: TextPart[] = [node];
  let looked = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const isKept = keepsNames && typeof part !== "string" && part.type === "Identifier";
    // A name that is made of itself has no end.
    const inner = typeof part === "string" || isKept || looked++ > mostParts ? undefined : partsOf(part, index);
    if (inner) open.push(...inner.toReversed());
    else add(part, parts);
  }
  return parts;
}

function add(part: TextPart, parts: TextPart[]): void {
  const last = parts.at(-1);
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else if (part !== "") parts.push(part);
}

/** What an expression is put together of, one step deep; `undefined` where it is not. */
function partsOf(node: ScriptNode, index: ScriptIndex): readonly TextPart[] | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" || typeof node.value === "number" ? [String(node.value)] : undefined;
    case "TemplateLiteral":
      return node.quasis.flatMap(({ value }, at) => [value.cooked ?? "", ...node.expressions.slice(at, at + 1)]);
    case "BinaryExpression":
      return node.operator === "+" ? [node.left, node.right] : undefined;
    case "CallExpression": {
      const { callee, arguments: given } = node;
      return callee.type === "MemberExpression" && memberName(callee) === "concat"
        ? [callee.object, ...given]
        : undefined;
    }
    default: {
      const value = index.literals.onlyValueOf(node);
      return value && [value];
    }
  }
}
