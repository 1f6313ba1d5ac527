import type { ScriptNode } from "../script-tree.js";
import { type Rewriting, support } from "./rewriting.js";
import { wordBetween } from "./word-between.js";

const comparisons: { readonly [operator: string]: string } = {
  "==": "equal",
  "!=": "unequal",
  "===": "same",
  "!==": "differ",
};

/**
 * Lets a comparison be made as Rhino makes it with values of Java, which are objects: two texts of Java may be equal, and none is
 * strictly equal to a text of JavaScript. Returns what closes the call.
 */
export function rewriteComparison(
  { start, left, right, operator }: ScriptNode & { readonly type: "BinaryExpression" },
  { text, edits }: Rewriting,
): string {
  const name = comparisons[operator];
  if (name === undefined || isNeverJava(left) || isNeverJava(right)) return "";
  // Loosely, an object and a literal compare in the standard as in Rhino.
  if (operator.length === 2 && (left.type === "Literal" || right.type === "Literal")) return "";
  edits.insert(start, `${support}.${name}(`);
  const at = wordBetween(text, operator, left.end, right.start);
  edits.replace(at, at + operator.length, ",");
  return `,${lineOf(text, start)})`;
}

/** Tells of a `switch` over a value of Java, which no `case` fits. Returns what closes the call. */
export function rewriteSwitch(
  { start, discriminant }: ScriptNode & { readonly type: "SwitchStatement" },
  rewriting: Rewriting,
): string {
  if (isNeverJava(discriminant)) return "";
  rewriting.edits.insert(discriminant.start, `${support}.chosen(`);
  return `,${lineOf(rewriting.text, start)})`;
}

/** Tells of a test of a value of Java that is empty or false, and an object for Rhino. Returns what closes the call. */
export function rewriteTest(test: ScriptNode | null | undefined, { text, edits }: Rewriting): string {
  if (!test || !/^(?:Identifier|MemberExpression|CallExpression)$/.test(test.type) || isNeverJava(test)) return "";
  edits.insert(test.start, `${support}.tested(`);
  return `,${lineOf(text, test.start)})`;
}

function isNeverJava(node: ScriptNode): boolean {
  switch (node.type) {
    case "Identifier":
      return node.name === "undefined";
    case "Literal":
      return node.value === null || typeof node.value === "object";
    case "UnaryExpression":
    case "UpdateExpression":
    case "ObjectExpression":
    case "ArrayExpression":
    case "TemplateLiteral":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "CallExpression":
      return (
        node.callee.type === "Identifier" && /^(?:String|Number|Boolean|parseInt|parseFloat)$/.test(node.callee.name)
      );
    default:
      return false;
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
