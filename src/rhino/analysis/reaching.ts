import { isFunction, isLoop, type ScriptNode } from "../script-tree.js";
import { alwaysLeaves, setsOnEveryWay } from "./every-way.js";
import type { ScriptIndex } from "./script-index.js";
import type { Definition, Variable } from "./variables.js";

/** How often a place inside a function is taken for the place of its call. */
const mostCalls = 10;

/**
 * Whether a variable still has the value of one definition where it is used, on some way through the script. Where the order is not
 * shown (a function that is called at several places, a loop that comes again), it is said to have not.
 */
export function reaches({ by }: Definition, used: ScriptNode, variable: Variable, index: ScriptIndex): boolean {
  const ways = new Ways(variable, index);
  let [from, to] = [by, used];
  for (let calls = 0; calls < mostCalls; calls++) {
    const common = ways.commonOf(from, to);
    const around = ways.calledFunction(to, common) ?? ways.calledFunction(from, common);
    if (around === undefined) return ways.survives(from, common) && ways.isAfter(from, to, common);
    if (variable.definitions.length === 1) return true;
    const [call, ...more] = index.variables.callsOf(around).calls;
    if (call === undefined || more.length > 0) return false;
    if (ways.isIn(to, around)) to = call;
    else if (ways.survives(from, around)) from = call;
    else return false;
  }
  return false;
}

class Ways {
  readonly #variable: Variable;
  readonly #index: ScriptIndex;

  constructor(variable: Variable, index: ScriptIndex) {
    this.#variable = variable;
    this.#index = index;
  }

  commonOf(left: ScriptNode, right: ScriptNode): ScriptNode {
    const around = new Set(this.#around(left));
    return this.#around(right).find((node) => around.has(node)) ?? this.#index.program;
  }

  isIn(node: ScriptNode, outer: ScriptNode): boolean {
    return this.#around(node).includes(outer);
  }

  /** The outermost function around a node that is run where it is called, and not where it stands. */
  calledFunction(node: ScriptNode, common: ScriptNode): ScriptNode | undefined {
    return this.#around(node, common).findLast((at) => at !== common && isFunction(at) && !this.#runsHere(at));
  }

  /** Whether what is set here is left as it is until the end of what is around it. */
  survives(set: ScriptNode, outer: ScriptNode): boolean {
    const around = this.#around(set, outer);
    for (const [at, node] of around.entries()) {
      const parent = around[at + 1];
      if (parent === undefined || parent === outer) return true;
      for (const later of statementsAfter(node, parent)) {
        if (this.#sets(later)) return false;
        if (alwaysLeaves(later)) {
          // What returns leaves its function; what throws may be caught around here.
          const isThrown = later.type === "ThrowStatement";
          const holds = (outside: ScriptNode) =>
            isFunction(outside) || (isThrown && outside.type === "TryStatement" && outside.handler != null);
          if (!around.slice(at + 1, -1).some(holds)) return false;
          break;
        }
        if (/^(?:Break|Continue)Statement$/.test(later.type)) break;
      }
      if (parent.type === "TryStatement" && parent.finalizer && node !== parent.finalizer) {
        if (this.#sets(parent.finalizer)) return false;
      }
    }
    return true;
  }

  /** Whether one of two parts of a node comes to the other, without another value on every way. */
  isAfter(set: ScriptNode, used: ScriptNode, common: ScriptNode): boolean {
    const [first, second] = [this.#partOf(common, set), this.#partOf(common, used)];
    if (first === undefined || second === undefined) return false;
    const statements = statementsOf(common);
    if (statements) {
      const [from, to] = [statements.indexOf(first), statements.indexOf(second)];
      if (from > to) return false;
      return !statements.slice(from + 1, to).some((statement) => this.#sets(statement) || alwaysLeaves(statement));
    }
    switch (common.type) {
      case "IfStatement":
      case "ConditionalExpression":
        return first === common.test;
      case "TryStatement":
        return first === common.block || (first === common.handler && second === common.finalizer);
      case "SwitchStatement":
        return first === common.discriminant || fallsThrough(first);
      default:
        return isLoop(common) || first.start < second.start;
    }
  }

  #sets(statement: ScriptNode): boolean {
    const names = this.#variable.names;
    return setsOnEveryWay(statement, {
      isSet: (target) => names.includes(target),
      called: (callee) => {
        if (callee.type !== "Identifier") return undefined;
        const { definitions } = this.#index.variables.of(callee);
        return definitions.length === 1 ? definitions[0]?.value : undefined;
      },
    });
  }

  /** A function that is called where it stands, or handed on to be called there. */
  #runsHere(made: ScriptNode): boolean {
    const around = this.#index.parentOf(made);
    if (around?.type === "CallExpression") return true;
    // `function () { … }.call(this)`
    const outside = around && this.#index.parentOf(around);
    return around?.type === "MemberExpression" && outside?.type === "CallExpression" && outside.callee === around;
  }

  #partOf(outer: ScriptNode, node: ScriptNode): ScriptNode | undefined {
    return this.#around(node, outer).at(-2);
  }

  /** A node and what is around it, from the inside, up to a node. */
  #around(node: ScriptNode, outer?: ScriptNode): readonly ScriptNode[] {
    const found: ScriptNode[] = [];
    for (let at: ScriptNode | undefined = node; at; at = this.#index.parentOf(at)) {
      found.push(at);
      if (at === outer) break;
    }
    return found;
  }
}

function statementsOf(node: ScriptNode): readonly ScriptNode[] | undefined {
  if (node.type === "Program" || node.type === "BlockStatement") return node.body;
  return node.type === "SwitchCase" ? node.consequent : undefined;
}

function statementsAfter(node: ScriptNode, parent: ScriptNode): readonly ScriptNode[] {
  const statements = statementsOf(parent);
  return statements ? statements.slice(statements.indexOf(node) + 1) : [];
}

/** Whether a case goes on into the next one. */
function fallsThrough(node: ScriptNode): boolean {
  return (
    node.type === "SwitchCase" && !node.consequent.some((part) => part.type === "BreakStatement" || alwaysLeaves(part))
  );
}
