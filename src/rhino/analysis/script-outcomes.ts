import { childrenOf, isFunction, type ScriptNode } from "../script-tree.js";
import { type NameScope, scopesOf } from "../standard/name-scopes.js";
import type { LackedMember, LiteralValues } from "./literal-values.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** One place at which a script chooses the outcome by which its node is left. */
export interface ChosenOutcome {
  /** The texts that it may be; `undefined` where it is computed. */
  readonly values: LiteralValues;
  /** Whether it may really be each of them, as far as the script shows. */
  readonly isFixed: boolean;
  /** The member that its object lacks, where the outcome is `undefined` because of it. */
  readonly lacked: LackedMember | undefined;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

/** The same with the expression that is assigned to `outcome`; of an argument of `goTo`, Rhino makes a text. */
interface ChosenValue extends ChosenOutcome {
  readonly assigned: ScriptNode | undefined;
}

export interface ScriptOutcomes {
  /** In the order of the text, without those that later statements replace on every way. */
  readonly chosen: readonly ChosenOutcome[];
  /** Whether the outcome may also be chosen out of sight: by a library, by `eval`, or by an action that came from elsewhere. */
  readonly hasHidden: boolean;
  /** Whether the script sends callbacks on every way, whatever it chooses besides. */
  readonly alwaysSends: boolean;
}

/** The outcomes with the expressions that give them. */
export type OutcomesWithValues = Omit<ScriptOutcomes, "chosen"> & { readonly chosen: readonly ChosenValue[] };

/** By which outcomes a script leaves its node: `outcome = …`, `Action.goTo(…)` and `action.goTo(…)`. */
export function scriptOutcomes(index: ScriptIndex): OutcomesWithValues {
  return new OutcomeFinder(index).run();
}

class OutcomeFinder {
  readonly #index: ScriptIndex;
  readonly #scopes: ReadonlyMap<ScriptNode, NameScope>;
  /** The nodes that have something to look at inside. */
  readonly #leading: ReadonlySet<ScriptNode>;
  readonly #chosen: ChosenValue[] = [];
  readonly #asked = new Set<ScriptNode>();
  #declared: ReadonlyMap<string, ScriptNode> | undefined;
  #hasHidden = false;

  constructor(index: ScriptIndex) {
    this.#index = index;
    // Where the script declares neither name, both mean the platform's everywhere.
    const hides = index.literals.declares("outcome") || index.literals.declares("action");
    this.#scopes = hides ? scopesOf(index.program) : new Map([[index.program, everything]]);
    this.#leading = leadingNodes(index);
  }

  run(): OutcomesWithValues {
    this.#visit(this.#index.program, this.#scopes.get(this.#index.program) as NameScope, false);
    const chosen = this.#chosen.toSorted((left, right) => left.at - right.at);
    return { chosen, hasHidden: this.#hasHidden, alwaysSends: this.#alwaysSends() };
  }

  #visit(node: ScriptNode, scope: NameScope, isReplaced: boolean): void {
    this.#look(node, scope, isReplaced);
    const statements = node.type === "Program" || node.type === "BlockStatement" ? node.body : undefined;
    const replacing = statements ? this.#lastReplacing(statements, scope) : -1;
    // A statement that may leave what is around it does not come to what replaces its outcome.
    const leaving = statements ? statements.slice(0, Math.max(replacing, 0)).findLastIndex(leaves) : -1;
    for (const child of childrenOf(node)) {
      if (!this.#leading.has(child)) continue;
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
      this.#add(isAction(node.callee.object) ? node.arguments[0] : undefined, node.callee.property.start, false);
    } else if (node.type === "Identifier" && /^(?:require|eval|Function)$/.test(node.name)) this.#hasHidden = true;
    else if (node.type === "MemberExpression" && this.#mayChoose(node)) this.#hasHidden = true;
  }

  /** `this.outcome = …`, and `goTo` handed on instead of being called. */
  #mayChoose(member: ScriptNode & { readonly type: "MemberExpression" }): boolean {
    const around = this.#index.parentOf(member);
    const name = memberName(member);
    if (name === "goTo") return around?.type !== "CallExpression" || around.callee !== member;
    return name === "outcome" && member.object.type === "ThisExpression";
  }

  /** An action wins over `outcome`: the last statement that sets one on every way sends, and no other way leaves. */
  #alwaysSends(): boolean {
    const actions: ScriptNode[] = [];
    if (this.#index.ofType("Identifier").some(({ name }) => name === "goTo")) return false;
    for (const { left, right } of this.#index.ofType("AssignmentExpression")) {
      if (isNamed(left, "action")) actions.push(right);
    }
    if (actions.length === 0 || !actions.every(isSending)) return false;
    const { program } = this.#index;
    const scope = this.#scopes.get(program) as NameScope;
    return program.type === "Program" && program.body.some((statement) => this.#replaces(statement, scope, ["action"]));
  }

  #add(value: ScriptNode | undefined, at: number, isAssigned = true): void {
    const { literals } = this.#index;
    const values = value && literals.valuesOf(value);
    this.#chosen.push({
      assigned: isAssigned ? value : undefined,
      values,
      isFixed: value !== undefined && values !== undefined && literals.isFixed(value),
      lacked: value && values?.has("undefined") ? literals.lackedIn(value) : undefined,
      at,
    });
  }

  /** The last of some statements that sets the outcome or the action on every way through it. */
  #lastReplacing(statements: readonly ScriptNode[], scope: NameScope): number {
    return statements.findLastIndex((statement) => this.#replaces(statement, scope));
  }

  #replaces(node: ScriptNode, scope: NameScope, names: readonly string[] = ["outcome", "action"]): boolean {
    const inner = this.#scopes.get(node) ?? scope;
    const replaces = (part: ScriptNode) => this.#replaces(part, inner, names);
    switch (node.type) {
      case "ExpressionStatement":
        return replaces(node.expression);
      case "AssignmentExpression":
        return names.some((name) => isNamed(node.left, name) && isOfScript(name, inner));
      case "SequenceExpression":
        return node.expressions.some(replaces);
      case "BlockStatement":
        return node.body.some(replaces);
      case "IfStatement":
        return node.alternate != null && replaces(node.consequent) && replaces(node.alternate);
      case "TryStatement": {
        const { block, handler, finalizer } = node;
        if (finalizer && replaces(finalizer)) return true;
        return handler != null && replaces(block) && replaces(handler.body);
      }
      case "SwitchStatement":
        return (
          node.cases.some(({ test }) => test == null) &&
          node.cases.every(({ consequent }) => consequent.length === 0 || consequent.some(replaces))
        );
      case "CallExpression":
        return this.#callReplaces(node.callee, inner, names);
      default:
        return false;
    }
  }

  /** Whether a function of the script, called here, sets the outcome on every way. */
  #callReplaces(callee: ScriptNode, scope: NameScope, names: readonly string[]): boolean {
    const isOwn = callee.type === "FunctionExpression" || callee.type === "ArrowFunctionExpression";
    const called = isOwn ? callee : callee.type === "Identifier" ? this.#functions().get(callee.name) : undefined;
    const body = (called as { readonly body?: ScriptNode } | undefined)?.body;
    if (!called || body?.type !== "BlockStatement" || this.#asked.has(called)) return false;
    this.#asked.add(called);
    const answer = this.#replaces(body, this.#scopes.get(called) ?? scope, names) && !leaves(body);
    this.#asked.delete(called);
    return answer;
  }

  #functions(): ReadonlyMap<string, ScriptNode> {
    this.#declared ??= new Map(
      this.#index.ofType("FunctionDeclaration").flatMap((node) => (node.id ? [[node.id.name, node] as const] : [])),
    );
    return this.#declared;
  }
}

const everything: NameScope = { names: new Map(), parent: undefined, isFunction: true };

const deciding: ReadonlySet<string> = new Set(["outcome", "goTo", "require", "eval", "Function"]);

/** What chooses an outcome, or may do so, and all that it stands in. */
function leadingNodes(index: ScriptIndex): ReadonlySet<ScriptNode> {
  const found = new Set<ScriptNode>();
  const names = index.ofType("Identifier").filter(({ name }) => deciding.has(name));
  const texts = index.ofType("Literal").filter(({ value }) => value === "goTo" || value === "outcome");
  for (const node of [...names, ...texts]) {
    for (let at: ScriptNode | undefined = node; at && !found.has(at); at = index.parentOf(at)) found.add(at);
  }
  return found;
}

/** `Action.send(…)` and `Action.suspend(…)`, with whatever is called on it. */
function isSending(node: ScriptNode): boolean {
  let at = node;
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") {
    const name = memberName(at.callee);
    if ((name === "send" || name === "suspend") && isAction(at.callee.object)) return true;
    at = at.callee.object;
  }
  return false;
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
