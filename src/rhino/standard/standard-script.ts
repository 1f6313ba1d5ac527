import type { RhinoCatch, RhinoForIn, RhinoTry } from "../rhino-parser.js";
import { childrenOf, isFunction, isLoop, type ScriptNode } from "../script-tree.js";
import { type NameScope, type ScopesOfScript, scopesOf } from "./name-scopes.js";
import { rewriteComparison, rewriteSwitch, rewriteTest } from "./rewrite-comparisons.js";
import { rewriteAssignment, rewriteConst, rewriteTargets, rewriteUpdate } from "./rewrite-const.js";
import {
  rewriteCatch,
  rewriteCatches,
  rewriteEscapes,
  rewriteEval,
  rewriteExpressionBody,
  rewriteForEach,
  rewriteLetInHead,
  rewriteVar,
} from "./rewrite-statements.js";
import type { Rewriting, Surrounding } from "./rewriting.js";
import { type EditedScript, ScriptEdits } from "./script-edits.js";
import { StatementMarks } from "./statement-marks.js";

export interface StandardOptions {
  /** Whether values of Java may come in, as in scripts of the legacy engine. */
  readonly hasJava: boolean;
  /** Set where the script is to note which of its statements run: the number of the first one. */
  readonly firstMark?: number | undefined;
}

/** A script in standard JavaScript. */
export interface StandardScript extends EditedScript {
  /** Where its marked statements begin, in the text before; empty without marks. */
  readonly statements: readonly number[];
}

/**
 * Rewrites a script that Rhino compiles into JavaScript of the standard that does the same: `const` belongs to its function and is
 * set once, `for (let …)` has one variable, and what only Rhino has is written out. Lines stay where they are.
 */
export function standardScript(program: ScriptNode, text: string, options: StandardOptions): StandardScript {
  const { hasJava, firstMark } = options;
  const edits = new ScriptEdits(text);
  let count = 0;
  const freshName = () => `rhino$${++count}`;
  const scopes = scopesOf(program);
  const scope = scopes.get(program) as NameScope;
  const isStrict = hasStrictDirective(program);
  const around: Surrounding = { scope, isStrict, isInLoop: false, labelled: undefined };
  const marks = firstMark === undefined ? undefined : new StatementMarks(firstMark, edits);
  visit(program, around, { text, edits, freshName, hasJava, marks }, scopes);
  return { ...edits.apply(), statements: marks?.starts ?? [] };
}

function visit(
  node: ScriptNode,
  around: Surrounding,
  rewriting: Rewriting,
  scopes: ScopesOfScript,
  parent?: ScriptNode,
): void {
  // First, so that the mark stands before and its brace behind whatever else is put around the statement.
  const brace = parent && rewriting.marks ? rewriting.marks.mark(node, parent) : "";
  const closing = [...(rewriting.hasJava ? rewriteJava(node, rewriting) : []), ...rewrite(node, around, rewriting)];
  for (const child of childrenOf(node))
    visit(child, surroundingOf(child, node, around, scopes), rewriting, scopes, node);
  for (const { at, text } of closing) rewriting.edits.insert(at, text);
  if (brace !== "") rewriting.edits.insert(node.end, brace);
}

interface Closing {
  readonly at: number;
  readonly text: string;
}

function rewrite(node: ScriptNode, around: Surrounding, rewriting: Rewriting): readonly Closing[] {
  const close = (text: string, at = node.end): readonly Closing[] => (text === "" ? [] : [{ at, text }]);
  switch (node.type) {
    case "VariableDeclaration":
      if (node.kind === "const") rewriteConst(node, around, rewriting);
      else if (node.kind === "var") rewriteVar(node, around, rewriting);
      // At the top of a function there is no difference but that `let` cannot be read before it.
      else if (node.kind === "let" && around.scope.isFunction && !around.isInLoop)
        rewriting.edits.replace(node.start, node.start + "let".length, "var");
      return [];
    case "AssignmentExpression":
      return close(rewriteAssignment(node, around, rewriting));
    case "UpdateExpression":
      rewriteUpdate(node, around, rewriting);
      return [];
    case "ForInStatement":
    case "ForOfStatement": {
      const { left, right } = node;
      if (left.type !== "VariableDeclaration") rewriteTargets(left, around, rewriting.edits);
      const ofLet = close(rewriteLetInHead(node, around, rewriting));
      const isEach = (node as RhinoForIn).each === true;
      return isEach ? [...close(rewriteForEach(node as RhinoForIn, rewriting), right.end), ...ofLet] : ofLet;
    }
    case "ForStatement":
      return close(rewriteLetInHead(node, around, rewriting));
    case "TryStatement":
      rewriteCatches(node as RhinoTry, rewriting);
      return [];
    case "Literal":
    case "TemplateElement":
      rewriteEscapes(node, rewriting);
      return [];
    case "CatchClause":
      return close(rewriteCatch(node as RhinoCatch, rewriting));
    case "FunctionDeclaration":
    case "FunctionExpression":
      return close(rewriteExpressionBody(node, rewriting));
    case "CallExpression":
      return close(rewriteEval(node, rewriting), node.arguments[0]?.end);
    default:
      return [];
  }
}

/** What Rhino does with values of Java, and the standard does not with the objects in their place. */
function rewriteJava(node: ScriptNode, rewriting: Rewriting): readonly Closing[] {
  const close = (text: string, at: number): readonly Closing[] => (text === "" ? [] : [{ at, text }]);
  switch (node.type) {
    case "BinaryExpression":
      return close(rewriteComparison(node, rewriting), node.end);
    case "SwitchStatement":
      return close(rewriteSwitch(node, rewriting), node.discriminant.end);
    case "IfStatement":
    case "ConditionalExpression":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
      return node.test ? close(rewriteTest(node.test, rewriting), node.test.end) : [];
    case "LogicalExpression":
      return close(rewriteTest(node.left, rewriting), node.left.end);
    case "UnaryExpression":
      return node.operator === "!" ? close(rewriteTest(node.argument, rewriting), node.argument.end) : [];
    default:
      return [];
  }
}

function surroundingOf(
  child: ScriptNode,
  parent: ScriptNode,
  around: Surrounding,
  scopes: ScopesOfScript,
): Surrounding {
  const labelled = parent.type === "LabeledStatement" ? (around.labelled ?? parent) : undefined;
  const scope = scopes.get(child) ?? around.scope;
  if (isFunction(child)) {
    const isStrict = around.isStrict || hasStrictDirective((child as unknown as { readonly body: ScriptNode }).body);
    return { scope, isStrict, isInLoop: false, labelled };
  }
  const isInLoop = around.isInLoop || isLoop(child);
  const isSame = scope === around.scope && isInLoop === around.isInLoop && labelled === around.labelled;
  return isSame ? around : { scope, isStrict: around.isStrict, isInLoop, labelled };
}

function hasStrictDirective(body: ScriptNode): boolean {
  if (body.type !== "Program" && body.type !== "BlockStatement") return false;
  return body.body.some((statement) => "directive" in statement && statement.directive === "use strict");
}
