import type { ScriptNode } from "../script-tree.js";
import { type CallNode, type MemberNode, memberName, type ScriptIndex } from "./script-index.js";
import { isTested } from "./tested-values.js";

/** The use that a script makes of node state, as far as its text proves it. */
export interface StateUse {
  /** Keys that the script reads by a name that is certain. */
  readonly reads: readonly KeyRead[];
  readonly writes: readonly KeyWrite[];
  /** Whether it reads keys that its text does not show. */
  readonly readsComputed: boolean;
  /** Whether it may write keys that its text does not show; what the libraries do that it requires by title is not part of it. */
  readonly writesAnything: boolean;
}

export interface KeyRead {
  readonly key: string;
  /** Offset in the script's body. */
  readonly at: number;
  /** Whether the script tests somewhere if the key is there, and so can do without it. */
  readonly isTested: boolean;
}

export interface KeyWrite {
  readonly key: string;
  readonly isTransient: boolean;
  readonly at: number;
}

/** A write with what is written; `undefined` where the script has the container of attributes and may change it. */
export interface ValueWrite extends KeyWrite {
  readonly value: ScriptNode | undefined;
}

const stores: ReadonlySet<string> = new Set(["nodeState", "sharedState", "transientState"]);
/** Names that bring in code or state that the text does not show. */
const unknowns: ReadonlySet<string> = new Set(["eval", "Function"]);
const replacers: ReadonlySet<string> = new Set(["replaceSharedState", "replaceTransientState"]);
const readers: ReadonlySet<string> = new Set(["get", "getObject"]);
const testers: ReadonlySet<string> = new Set(["isDefined", "containsKey"]);
const harmless: ReadonlySet<string> = new Set(["keys", "keySet", "size", "isEmpty", "remove", "toString", "equals"]);
/** For each writing method, whether it writes transient state; `undefined` means that the object it is called on decides. */
const writers: ReadonlyMap<string, boolean | undefined> = new Map([
  ["putShared", false],
  ["putTransient", true],
  ["put", undefined],
]);
const mergers: ReadonlyMap<string, boolean> = new Map([
  ["mergeShared", false],
  ["mergeTransient", true],
]);
/** The key of the container of the managed object's attributes. */
const attributesKey = "objectAttributes";

/** How a script uses `nodeState`, `sharedState` and `transientState`. */
export function stateUse(index: ScriptIndex): StateUse & { readonly writes: readonly ValueWrite[] } {
  return new StateUseFinder(index).run();
}

class StateUseFinder {
  readonly #index: ScriptIndex;
  readonly #reads: Pick<KeyRead, "key" | "at">[] = [];
  readonly #tested = new Set<string>();
  readonly #writes: ValueWrite[] = [];
  #readsComputed = false;
  #writesAnything = false;

  constructor(index: ScriptIndex) {
    this.#index = index;
  }

  run(): StateUse & { readonly writes: readonly ValueWrite[] } {
    for (const name of this.#index.names) {
      if (unknowns.has(name.name) || this.#isUnknownLibrary(name)) this.#writesAnything = true;
      else if (stores.has(name.name) && this.#index.mayRun(name)) this.#use(name, name.name);
    }
    for (const { callee } of this.#index.calls) {
      const called = callee.type === "Identifier" ? callee.name : memberName(callee);
      if (called !== undefined && replacers.has(called)) this.#writesAnything = true;
    }
    return {
      reads: this.#reads.map((read) => ({ ...read, isTested: this.#tested.has(read.key) })),
      writes: this.#writes,
      readsComputed: this.#readsComputed,
      writesAnything: this.#writesAnything,
    };
  }

  /** `require` in another way than with the title of a library, which may be looked at. */
  #isUnknownLibrary(name: ScriptNode): boolean {
    if (!this.#index.isBinding(name, "require")) return false;
    const around = this.#index.parentOf(name);
    const isCall = around?.type === "CallExpression" && around.callee === name;
    return !isCall || this.#index.textOf(around.arguments[0]) === undefined;
  }

  /** Handles one mention of a state object. */
  #use(node: ScriptNode, store: string): void {
    const member = this.#index.parentOf(node);
    if (member?.type !== "MemberExpression" || member.object !== node) {
      if (!this.#isOnlyTested(node)) this.#writesAnything = true;
      return;
    }
    const around = this.#index.parentOf(member);
    if (around?.type === "CallExpression" && around.callee === member) this.#call(around, store, memberName(member));
    else this.#member(member, around, store);
  }

  #call(call: CallNode, store: string, method: string | undefined): void {
    if (method === undefined) this.#writesAnything = true;
    else if (readers.has(method)) this.#read(call);
    else if (mergers.has(method)) this.#merge(call, mergers.get(method) === true);
    else if (testers.has(method)) this.#tests(this.#index.textOf(call.arguments[0]));
    else if (!harmless.has(method)) this.#write(call, store, method);
  }

  #tests(key: string | undefined): void {
    if (key !== undefined) this.#tested.add(key);
  }

  #read(call: CallNode): void {
    const [argument] = call.arguments;
    const key = this.#index.textOf(argument);
    if (key === attributesKey) this.#attributes(call, call.start);
    else if (key !== undefined && argument) this.#readKey(key, argument.start, call);
    else this.#readsComputed = true;
  }

  #readKey(key: string, at: number, read: ScriptNode): void {
    this.#reads.push({ key, at });
    if (isTested(read, this.#index)) this.#tests(key);
  }

  #write(call: CallNode, store: string, method: string): void {
    const [argument, value] = call.arguments;
    const key = this.#index.textOf(argument);
    if (!writers.has(method) || key === undefined || !argument) {
      this.#writesAnything = true;
      return;
    }
    const isTransient = writers.get(method) ?? store === "transientState";
    this.#writes.push({ key, isTransient, value, at: argument.start });
  }

  /** `mergeShared({ key: value })`. */
  #merge(call: CallNode, isTransient: boolean): void {
    const [values] = call.arguments;
    if (values?.type !== "ObjectExpression") {
      this.#writesAnything = true;
      return;
    }
    for (const property of values.properties) {
      const key = property.type === "Property" ? propertyName(property) : undefined;
      if (property.type !== "Property" || key === undefined) this.#writesAnything = true;
      else this.#writes.push({ key, isTransient, value: property.value, at: property.start });
    }
  }

  /** Handles `sharedState.key` or `sharedState["key"]`, read or assigned. */
  #member(member: MemberNode, around: ScriptNode | undefined, store: string): void {
    const key = memberName(member) ?? this.#index.textOf(member.computed ? member.property : undefined);
    const isWritten =
      (around?.type === "AssignmentExpression" && around.left === member) || around?.type === "UpdateExpression";
    if (store === "nodeState" || (key === undefined && isWritten)) this.#writesAnything = true;
    else if (key === undefined) this.#readsComputed = true;
    else if (isWritten) {
      const value = around.type === "AssignmentExpression" ? around.right : undefined;
      this.#writes.push({ key, isTransient: store === "transientState", value, at: member.start });
    } else if (key === attributesKey) this.#attributes(member, member.start);
    else this.#readKey(key, member.start, member);
  }

  /** Handles the container of attributes: a script that has it may change it, unless it only reads one attribute. */
  #attributes(container: ScriptNode, at: number): void {
    const member = this.#index.parentOf(container);
    if (member?.type === "MemberExpression" && member.object === container && this.#onlyReads(member)) return;
    const isTested = this.#isOnlyTested(container);
    if (!isTested) this.#writes.push({ key: attributesKey, isTransient: false, value: undefined, at });
  }

  #onlyReads(member: MemberNode): boolean {
    const around = this.#index.parentOf(member);
    if (around?.type === "CallExpression" && around.callee === member) return memberName(member) === "get";
    const isWritten = around?.type === "AssignmentExpression" && around.left === member;
    return !isWritten && !member.computed;
  }

  /** Whether something is only tested and not passed on: `typeof nodeState`, `if (nodeState)`, `nodeState != null`. */
  #isOnlyTested(node: ScriptNode): boolean {
    const around = this.#index.parentOf(node);
    switch (around?.type) {
      case "UnaryExpression":
        return around.operator === "typeof" || around.operator === "!";
      case "BinaryExpression":
        return /^[!=]==?$/.test(around.operator);
      case "IfStatement":
      case "ConditionalExpression":
      case "WhileStatement":
        return around.test === node;
      case "LogicalExpression":
        // The left side of `&&` is handed on only when it is empty.
        return (around.left === node && around.operator === "&&") || this.#isOnlyTested(around);
      default:
        return false;
    }
  }
}

function propertyName({ key, computed }: ScriptNode & { readonly type: "Property" }): string | undefined {
  if (computed) return undefined;
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}
