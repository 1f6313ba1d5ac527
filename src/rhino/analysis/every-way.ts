import { childrenOf, isFunction, type ScriptNode } from "../script-tree.js";

/** What a question about all ways through a statement asks for. */
interface AskedOfEveryWay {
  /** Whether an assignment, or a declaration with a value, sets what is asked for. */
  readonly isSet: (target: ScriptNode, value: ScriptNode) => boolean;
  /** The function that a call runs, where the script shows it. */
  readonly called: (callee: ScriptNode) => ScriptNode | undefined;
}

/** Whether a statement sets something on every way through it. */
export function setsOnEveryWay(
  node: ScriptNode,
  asked: AskedOfEveryWay,
  open: Set<ScriptNode> = new Set<ScriptNode>(),
): boolean {
  const sets = (part: ScriptNode) => setsOnEveryWay(part, asked, open);
  switch (node.type) {
    case "ExpressionStatement":
      return sets(node.expression);
    case "AssignmentExpression":
      return asked.isSet(node.left, node.right);
    case "VariableDeclaration":
      return node.declarations.some(({ id, init }) => init != null && asked.isSet(id, init));
    case "SequenceExpression":
      return node.expressions.some(sets);
    case "BlockStatement":
      return node.body.some(sets);
    case "WithStatement":
    case "DoWhileStatement":
      return sets(node.body);
    case "IfStatement":
      return node.alternate != null && sets(node.consequent) && sets(node.alternate);
    case "TryStatement": {
      const { block, handler, finalizer } = node;
      if (finalizer && sets(finalizer)) return true;
      return handler != null && sets(block) && sets(handler.body);
    }
    case "SwitchStatement":
      return (
        node.cases.some(({ test }) => test == null) &&
        node.cases.every(({ consequent }) => consequent.length === 0 || consequent.some(sets))
      );
    case "CallExpression":
      return callSets(node.callee, asked, open);
    default:
      return false;
  }
}

/** Whether a function of the script, called here, sets it on every way. */
function callSets(callee: ScriptNode, asked: AskedOfEveryWay, open: Set<ScriptNode>): boolean {
  const isOwn = callee.type === "FunctionExpression" || callee.type === "ArrowFunctionExpression";
  const called = isOwn ? callee : asked.called(callee);
  const body = (called as { readonly body?: ScriptNode } | undefined)?.body;
  if (!called || body?.type !== "BlockStatement" || open.has(called)) return false;
  open.add(called);
  const answer = setsOnEveryWay(body, asked, open) && !mayLeave(body);
  open.delete(called);
  return answer;
}

/** Whether a statement may leave what is around it, so that what follows is not reached. */
export function mayLeave(statement: ScriptNode): boolean {
  return (
    /^(?:Return|Throw|Break|Continue)Statement$/.test(statement.type) ||
    (!isFunction(statement) && childrenOf(statement).some(mayLeave))
  );
}

/** Whether a statement certainly does not come to what follows it. */
export function alwaysLeaves(statement: ScriptNode | undefined): boolean {
  switch (statement?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "BlockStatement":
      return statement.body.some(alwaysLeaves);
    case "IfStatement":
      return alwaysLeaves(statement.consequent) && alwaysLeaves(statement.alternate ?? undefined);
    case "TryStatement": {
      const { block, handler, finalizer } = statement;
      if (alwaysLeaves(finalizer ?? undefined)) return true;
      return alwaysLeaves(block) && (handler == null || alwaysLeaves(handler.body));
    }
    case "SwitchStatement":
      return (
        statement.cases.some(({ test }) => test == null) &&
        !statement.cases.some(mayBreak) &&
        alwaysLeaves(statement.cases.at(-1)?.consequent.at(-1))
      );
    default:
      return false;
  }
}

function mayBreak(node: ScriptNode): boolean {
  return node.type === "BreakStatement" || (!isFunction(node) && childrenOf(node).some(mayBreak));
}

/** What a function returns: `undefined` for a `return` without a value. */
export function returnsOf(body: ScriptNode): readonly (ScriptNode | undefined)[] {
  if (body.type === "ReturnStatement") return [body.argument ?? undefined];
  return childrenOf(body).flatMap((child) => (isFunction(child) ? [] : returnsOf(child)));
}
