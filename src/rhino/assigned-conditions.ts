import { type ScriptNode, wholeTree } from "./script-tree.js";

/** An assignment of a fixed value that stands where a comparison is meant, or the other way round, with its offset in the text that was parsed. */
export interface AssignedCondition {
  readonly at: number;
  /** What it does: `if (name = "a")`, `outcome == "next";`, `if (count => 5)`. */
  readonly kind: "assigns" | "compares" | "function";
}

const deciding = ["IfStatement", "ConditionalExpression"] as const;

/**
 * Finds conditions such as `name = "admin"`: they are always or never true. Loops are left out, and so is what a call or a variable gives:
 * people write `while ((match = pattern.exec(text)))` on purpose.
 */
export function assignedConditions(program: ScriptNode): readonly AssignedCondition[] {
  const tree = wholeTree(program);
  const assigned = tree
    .ofTypes(deciding)
    .flatMap(({ test }) => [...partsOf(test)])
    .flatMap((part): readonly AssignedCondition[] => {
      const { start: at } = part;
      if (part.type === "ArrowFunctionExpression") return [{ at, kind: "function" }];
      const isAssigned = part.type === "AssignmentExpression" && part.operator === "=" && isFixed(part.right);
      return isAssigned ? [{ at, kind: "assigns" }] : [];
    });
  const compared = tree
    .ofType("ExpressionStatement")
    .flatMap(({ expression }): readonly AssignedCondition[] =>
      isComparison(expression) ? [{ at: expression.start, kind: "compares" }] : [],
    );
  return [...assigned, ...compared];
}

/** `name == value`, which means nothing alone. */
export function isComparison(node: ScriptNode): boolean {
  return (
    node.type === "BinaryExpression" &&
    /^===?$/.test(node.operator) &&
    /^(?:Identifier|MemberExpression)$/.test(node.left.type)
  );
}

/** A condition, and those that it is made of. */
function* partsOf(condition: ScriptNode): Generator<ScriptNode> {
  const open = [condition];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    yield part;
    if (part.type === "LogicalExpression") open.push(part.right, part.left);
    else if (part.type === "UnaryExpression") open.push(part.argument);
  }
}

function isFixed(value: ScriptNode): boolean {
  // `name = null && other` assigns all that stands behind the sign.
  if (value.type === "LogicalExpression") return isFixed(value.left);
  if (value.type === "UnaryExpression") return isFixed(value.argument);
  if (value.type === "TemplateLiteral") return value.expressions.length === 0;
  return value.type === "Literal" || (value.type === "Identifier" && value.name === "undefined");
}
