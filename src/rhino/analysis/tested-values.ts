import type { ScriptNode } from "../script-tree.js";
import type { ScriptIndex } from "./script-index.js";

/**
 * Whether a script tests if an expression has a value, or has another value ready where it has none: `if (x)`, `x ? … : …`, `x != null`, `x || …`,
 * also by the variable that keeps it.
 */
export function isTested(node: ScriptNode, index: ScriptIndex): boolean {
  if (isTestedHere(node, index)) return true;
  const around = index.parentOf(node);
  const kept =
    around?.type === "VariableDeclarator" && around.init === node
      ? around.id
      : around?.type === "AssignmentExpression" && around.right === node
        ? around.left
        : undefined;
  if (kept?.type !== "Identifier") return false;
  return index.variables.of(kept).names.some((name) => isTestedHere(name, index));
}

function isTestedHere(node: ScriptNode, index: ScriptIndex): boolean {
  const around = index.parentOf(node);
  switch (around?.type) {
    case "UnaryExpression":
      return around.operator === "typeof" || around.operator === "!";
    case "BinaryExpression":
      return /^[!=]==?$/.test(around.operator) && isNothing(around.left === node ? around.right : around.left);
    case "IfStatement":
    case "ConditionalExpression":
    case "WhileStatement":
      return around.test === node;
    case "LogicalExpression":
      return around.left === node || isTestedHere(around, index);
    default:
      return false;
  }
}

/** `null`, `undefined` or an empty text. */
function isNothing(node: ScriptNode): boolean {
  if (node.type === "Literal") return node.value === "" || ("raw" in node && node.raw === "null");
  return node.type === "Identifier" && node.name === "undefined";
}
