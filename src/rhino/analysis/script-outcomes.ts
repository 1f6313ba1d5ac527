import { allNodesOf, childrenOf, isFunction, type ScriptNode } from "../script-tree.js";
import { type NameScope, scopesOf } from "../standard/name-scopes.js";
import { LiteralReader, type LiteralValues } from "./literal-values.js";

/** One place at which a script chooses the outcome by which its node is left. */
export interface ChosenOutcome {
  /** The texts that it may be; `undefined` where it is computed. */
  readonly values: LiteralValues;
  /** Whether it may really be each of them, as far as the script shows. */
  readonly isFixed: boolean;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

export interface ScriptOutcomes {
  /** In the order of the text, without those that later statements replace on every way. */
  readonly chosen: readonly ChosenOutcome[];
  /** Whether the outcome may also be chosen out of sight: by a library, by `eval`, or by an action that came from elsewhere. */
  readonly hasHidden: boolean;
}

const cache = new WeakMap<ScriptNode, ScriptOutcomes>();

/** By which outcomes a script leaves its node: `outcome = …`, `Action.goTo(…)` and `action.goTo(…)`. */
export function scriptOutcomes(program: ScriptNode): ScriptOutcomes {
  let found = cache.get(program);
  if (found === undefined) {
    found = new OutcomeFinder(program).run();
    cache.set(program, found);
  }
  return found;
}

class OutcomeFinder {
  readonly #program: ScriptNode;
  readonly #reader: LiteralReader;
  readonly #scopes: ReadonlyMap<ScriptNode, NameScope>;
  readonly #chosen: ChosenOutcome[] = [];
  readonly #asked = new Set<ScriptNode>();
  #declared: ReadonlyMap<string, ScriptNode> | undefined;
  #hasHidden = false;

  constructor(program: ScriptNode) {
    this.#program = program;
    this.#reader = new LiteralReader(program);
    this.#scopes = scopesOf(program);
  }

  run(): ScriptOutcomes {
    this.#visit(this.#program, this.#scopes.get(this.#program) as NameScope, false);
    const chosen = this.#chosen.toSorted((left, right) => left.at - right.at);
    return { chosen, hasHidden: this.#hasHidden };
  }

  #visit(node: ScriptNode, scope: NameScope, isReplaced: boolean): void {
    this.#look(node, scope, isReplaced);
    const statements = node.type === "Program" || node.type === "BlockStatement" ? node.body : undefined;
    const replacing = statements ? this.#lastReplacing(statements, scope) : -1;
    // A statement that may leave what is around it does not come to what replaces its outcome.
    const leaving = statements ? statements.slice(0, Math.max(replacing, 0)).findLastIndex(leaves) : -1;
    for (const child of childrenOf(node)) {
      const inner = this.#scopes.get(child) ?? scope;
      const index = statements?.indexOf(child as never) ?? -1;
      // What a function does is not done where it stands; a `try` may be left before what follows.
      const isKept = isFunction(child) || child.type === "TryStatement";
      const isOver = index > leaving && index < replacing;
      this.#visit(child, inner, isKept ? false : isReplaced || isOver);
    }
  }

  #look(node: ScriptNode, scope: NameScope, isReplaced: boolean): void {
    if (node.type === "AssignmentExpression" && isNamed(node.left, "outcome") && isOfScript("outcome", scope)) {
      if (!isReplaced) this.#add(node.operator === "=" ? node.right : undefined, node.start);
    } else if (
      node.type === "VariableDeclarator" &&
      isNamed(node.id, "outcome") &&
      node.init &&
      isOfScript("outcome", scope)
    ) {
      if (!isReplaced) this.#add(node.init, node.start);
    } else if (
      node.type === "CallExpression" &&
      node.callee.type === "MemberExpression" &&
      isNamed(node.callee.property, "goTo")
    ) {
      this.#add(isAction(node.callee.object) ? node.arguments[0] : undefined, node.callee.property.start);
    } else if (node.type === "Identifier" && /^(?:require|eval|Function)$/.test(node.name)) this.#hasHidden = true;
  }

  #add(value: ScriptNode | undefined, at: number): void {
    const values = value && this.#reader.valuesOf(value);
    this.#chosen.push({
      values,
      isFixed: value !== undefined && values !== undefined && this.#reader.isFixed(value),
      at,
    });
  }

  /** The last of some statements that sets the outcome or the action on every way through it. */
  #lastReplacing(statements: readonly ScriptNode[], scope: NameScope): number {
    return statements.findLastIndex((statement) => this.#replaces(statement, scope));
  }

  #replaces(node: ScriptNode, scope: NameScope): boolean {
    const inner = this.#scopes.get(node) ?? scope;
    switch (node.type) {
      case "ExpressionStatement":
        return this.#replaces(node.expression, inner);
      case "AssignmentExpression":
        return ["outcome", "action"].some((name) => isNamed(node.left, name) && isOfScript(name, inner));
      case "SequenceExpression":
        return node.expressions.some((part) => this.#replaces(part, inner));
      case "BlockStatement":
        return node.body.some((statement) => this.#replaces(statement, inner));
      case "IfStatement":
        return (
          node.alternate != null && this.#replaces(node.consequent, inner) && this.#replaces(node.alternate, inner)
        );
      case "TryStatement": {
        const { block, handler, finalizer } = node;
        if (finalizer && this.#replaces(finalizer, inner)) return true;
        return handler != null && this.#replaces(block, inner) && this.#replaces(handler.body, inner);
      }
      case "SwitchStatement":
        return (
          node.cases.some(({ test }) => test == null) &&
          node.cases.every(
            ({ consequent }) => consequent.length === 0 || consequent.some((part) => this.#replaces(part, inner)),
          )
        );
      case "CallExpression":
        return this.#callReplaces(node.callee, inner);
      default:
        return false;
    }
  }

  /** Whether a function of the script, called here, sets the outcome on every way. */
  #callReplaces(callee: ScriptNode, scope: NameScope): boolean {
    const isOwn = callee.type === "FunctionExpression" || callee.type === "ArrowFunctionExpression";
    const called = isOwn ? callee : callee.type === "Identifier" ? this.#functions().get(callee.name) : undefined;
    const body = (called as { readonly body?: ScriptNode } | undefined)?.body;
    if (!called || body?.type !== "BlockStatement" || this.#asked.has(called)) return false;
    this.#asked.add(called);
    const answer = this.#replaces(body, this.#scopes.get(called) ?? scope) && !leaves(body);
    this.#asked.delete(called);
    return answer;
  }

  #functions(): ReadonlyMap<string, ScriptNode> {
    this.#declared ??= new Map(
      allNodesOf(this.#program).flatMap((node) =>
        node.type === "FunctionDeclaration" && node.id ? [[node.id.name, node] as const] : [],
      ),
    );
    return this.#declared;
  }
}

/** `action`, `Action` and `imports.Action`. */
function isAction(node: ScriptNode): boolean {
  if (node.type === "Identifier") return node.name === "action" || node.name === "Action";
  return node.type === "MemberExpression" && isNamed(node.property, "Action");
}

/** Whether a statement may leave what is around it, so that what follows is not reached. */
function leaves(statement: ScriptNode): boolean {
  const inside = (node: ScriptNode): boolean =>
    /^(?:Return|Throw|Break|Continue)Statement$/.test(node.type) ||
    (!isFunction(node) && childrenOf(node).some(inside));
  return inside(statement);
}

function isNamed(node: ScriptNode, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

/** Whether a name means the script's own variable, and none of a function or block. */
function isOfScript(name: string, from: NameScope): boolean {
  for (let scope: NameScope | undefined = from; scope; scope = scope.parent) {
    if (scope.names.has(name)) return scope.parent === undefined;
  }
  return true;
}
