import { isComparison } from "../assigned-conditions.js";
import { methodCalledElsewhere } from "../called-elsewhere.js";
import { childrenOf, isFunction, type ScriptNode } from "../script-tree.js";
import { mayLeave, setsOnEveryWay } from "./every-way.js";
import type { LiteralValues } from "./literal-values.js";
import { PossibleTexts } from "./possible-texts.js";
import type { OfLibrary, PossibleText } from "./possible-value.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** One place at which a script chooses the outcome by which its node is left. */
export interface ChosenOutcome {
  /** All texts that it may be; `undefined` where it may be anything else. */
  readonly values: LiteralValues;
  /** Texts that it is on some way through the script, as far as the script shows; there may be others. */
  readonly possible: readonly PossibleText[];
  /** What it takes of library scripts. */
  readonly ofLibraries: readonly OfLibrary[];
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
  readonly #texts: PossibleTexts;
  readonly #hides: boolean;
  /** The nodes that have something to look at inside. */
  readonly #leading: ReadonlySet<ScriptNode>;
  readonly #chosen: ChosenValue[] = [];
  #declared: ReadonlyMap<string, ScriptNode> | undefined;
  #hasHidden = false;

  constructor(index: ScriptIndex) {
    this.#index = index;
    this.#texts = new PossibleTexts(index);
    // Where the script declares neither name, both mean the platform's everywhere.
    this.#hides = index.literals.declares("outcome") || index.literals.declares("action");
    this.#leading = leadingNodes(index);
  }

  run(): OutcomesWithValues {
    this.#visit(this.#index.program, false);
    const chosen = this.#chosen.toSorted((left, right) => left.at - right.at);
    return { chosen, hasHidden: this.#hasHidden, alwaysSends: this.#alwaysSends() };
  }

  #visit(node: ScriptNode, isReplaced: boolean): void {
    this.#look(node, isReplaced);
    const statements = node.type === "Program" || node.type === "BlockStatement" ? node.body : undefined;
    const replacing = statements ? this.#lastReplacing(statements) : -1;
    // A statement that may leave what is around it does not come to what replaces its outcome.
    const leaving = statements ? statements.slice(0, Math.max(replacing, 0)).findLastIndex(mayLeave) : -1;
    for (const child of childrenOf(node)) {
      if (!this.#leading.has(child)) continue;
      const index = statements?.indexOf(child as never) ?? -1;
      // What a function does is not done where it stands; a `try` may be left before what follows.
      const isKept = isFunction(child) || child.type === "TryStatement";
      const isOver = index > leaving && index < replacing;
      this.#visit(child, isKept ? false : isReplaced || isOver);
    }
  }

  #look(node: ScriptNode, isReplaced: boolean): void {
    if (node.type === "AssignmentExpression" && isNamed(node.left, "outcome") && this.#isOfScript(node.left)) {
      if (!isReplaced) this.#add(node.operator === "=" ? node.right : undefined, node.start);
    } else if (
      node.type === "VariableDeclarator" &&
      isNamed(node.id, "outcome") &&
      node.init &&
      this.#isOfScript(node.id)
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
    // `outcome == "next";` is told as such.
    else if (node.type === "BinaryExpression" && isNamed(node.left, "outcome") && this.#isAlone(node))
      this.#hasHidden = true;
  }

  #isAlone(node: ScriptNode): boolean {
    return isComparison(node) && this.#index.parentOf(node)?.type === "ExpressionStatement";
  }

  /** `this.outcome = …`, `goTo` handed on instead of being called, and what is meant by `goTo`, as `action.setOutcome(…)`. */
  #mayChoose(member: ScriptNode & { readonly type: "MemberExpression" }): boolean {
    const around = this.#index.parentOf(member);
    const name = memberName(member);
    if (name === "goTo") return around?.type !== "CallExpression" || around.callee !== member;
    if (name !== undefined && isNamed(member.object, "action")) return isMeantAsGoTo(name);
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
    return program.type === "Program" && program.body.some((statement) => this.#replaces(statement, ["action"]));
  }

  #add(value: ScriptNode | undefined, at: number, isAssigned = true): void {
    const { possible, ofLibraries } = value ? this.#texts.of(value) : nothing;
    const values = value && this.#index.literals.valuesOf(value);
    this.#chosen.push({ assigned: isAssigned ? value : undefined, values, possible, ofLibraries, at });
  }

  /** The last of some statements that sets the outcome or the action on every way through it. */
  #lastReplacing(statements: readonly ScriptNode[]): number {
    return statements.findLastIndex((statement) => this.#replaces(statement));
  }

  #replaces(node: ScriptNode, names: readonly string[] = ["outcome", "action"]): boolean {
    return setsOnEveryWay(node, {
      isSet: (target) => names.some((name) => isNamed(target, name)) && this.#isOfScript(target),
      called: (callee) => (callee.type === "Identifier" ? this.#functions().get(callee.name) : undefined),
    });
  }

  /** Whether a name means the script's own variable, and none of a function or block. */
  #isOfScript(name: ScriptNode): boolean {
    return !this.#hides || (name.type === "Identifier" && this.#index.variables.isOuter(name));
  }

  #functions(): ReadonlyMap<string, ScriptNode> {
    this.#declared ??= new Map(
      this.#index.ofType("FunctionDeclaration").flatMap((node) => (node.id ? [[node.id.name, node] as const] : [])),
    );
    return this.#declared;
  }
}

const nothing = { possible: [], ofLibraries: [] };

const deciding: ReadonlySet<string> = new Set(["outcome", "action", "goTo", "require", "eval", "Function"]);

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

function isMeantAsGoTo(method: string): boolean {
  return methodCalledElsewhere("action", method, ["goTo"]) !== undefined;
}

/** `action`, `Action` and `imports.Action`. */
function isAction(node: ScriptNode): boolean {
  if (node.type === "Identifier") return node.name === "action" || node.name === "Action";
  return node.type === "MemberExpression" && isNamed(node.property, "Action");
}

function isNamed(node: ScriptNode, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}
