import type { ScriptNode } from "../script-tree.js";
import type { ScriptEdits } from "./script-edits.js";

/** The list in which a marked script notes what has run; who runs the script defines it. */
export const marksName = "rhino$marks";

/**
 * Marks the statements of a script, so that each notes that it has run. A mark is an assignment and no call: it needs no stack,
 * and cannot fail. Declarations of functions do not run, and blocks are what is in them.
 */
export class StatementMarks {
  /** Where the marked statements begin; the first has the number `first`. */
  readonly starts: number[] = [];
  readonly #first: number;
  readonly #edits: ScriptEdits;

  constructor(first: number, edits: ScriptEdits) {
    this.#first = first;
    this.#edits = edits;
  }

  /** Puts the mark before a part of `parent`. Returns what closes the braces around it, if it needs some. */
  mark(node: ScriptNode, parent: ScriptNode): string {
    if (isExpressionBody(node, parent)) {
      this.#edits.insert(node.start, `(${this.#next(node)},`);
      return ")";
    }
    if (!isMarked(node) || !isStatementOf(node, parent)) return "";
    const isInList = parent.type === "Program" || parent.type === "BlockStatement" || parent.type === "SwitchCase";
    this.#edits.insert(node.start, `${isInList ? "" : "{"}${this.#next(node)};`);
    return isInList ? "" : "}";
  }

  #next({ start }: ScriptNode): string {
    this.starts.push(start);
    return `${marksName}[${this.#first + this.starts.length - 1}]=1`;
  }
}

const marked: ReadonlySet<string> = new Set([
  "ExpressionStatement",
  "VariableDeclaration",
  "ReturnStatement",
  "ThrowStatement",
  "BreakStatement",
  "ContinueStatement",
  "IfStatement",
  "SwitchStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "TryStatement",
  "WithStatement",
  "LabeledStatement",
  "DebuggerStatement",
]);

function isMarked(node: ScriptNode): boolean {
  return marked.has(node.type) && !("directive" in node && node.directive !== undefined);
}

/** The variables in the head of a loop are no statement, and what has a label is one with its label. */
function isStatementOf(node: ScriptNode, parent: ScriptNode): boolean {
  switch (parent.type) {
    case "Program":
    case "BlockStatement":
    case "SwitchCase":
      return true;
    case "IfStatement":
      return node !== parent.test;
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "WithStatement":
      return node === parent.body;
    default:
      return false;
  }
}

/** `x => x * 2`, and `function (x) x * 2` of Rhino. */
function isExpressionBody(node: ScriptNode, parent: ScriptNode): boolean {
  const isFunction =
    parent.type === "ArrowFunctionExpression" ||
    parent.type === "FunctionExpression" ||
    parent.type === "FunctionDeclaration";
  return isFunction && node === (parent.body as ScriptNode) && node.type !== "BlockStatement";
}
