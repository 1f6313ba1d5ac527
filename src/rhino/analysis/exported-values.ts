import { isFunction, type ScriptNode } from "../script-tree.js";
import { PossibleTexts } from "./possible-texts.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** What a library script gives to those who require it, as far as it shows it. */
export interface ExportedValue {
  /** The texts that it may be. */
  readonly texts: readonly string[];
  /** The texts that it returns, where it is a function. */
  readonly returned: readonly string[];
  readonly members: ReadonlyMap<string, ExportedValue>;
  /** Whether it certainly is an object without other members. */
  readonly isClosed: boolean;
}

const mostDepth = 4;
const unknown: ExportedValue = { texts: [], returned: [], members: new Map(), isClosed: false };

/** The exports of a library script: `exports.name = …` and `module.exports = …`. */
export function exportedValues(index: ScriptIndex): ExportedValue {
  return new Exports(index).find();
}

class Exports {
  readonly #index: ScriptIndex;
  readonly #texts: PossibleTexts;
  #isClosed = true;

  constructor(index: ScriptIndex) {
    this.#index = index;
    this.#texts = new PossibleTexts(index);
  }

  find(): ExportedValue {
    const members = new Map<string, ExportedValue>();
    for (const name of this.#index.names) {
      const exports = this.#exportsAt(name);
      if (exports === undefined) continue;
      const around = this.#index.parentOf(exports);
      if (around?.type === "AssignmentExpression" && around.left === exports) {
        const whole = this.#valueOf(around.right, 0);
        if (!whole.isClosed) this.#isClosed = false;
        for (const [key, value] of whole.members) members.set(key, value);
      } else if (around?.type === "MemberExpression" && around.object === exports) this.#addMember(around, members);
      else this.#isClosed = false;
    }
    return { ...unknown, members, isClosed: this.#isClosed && members.size > 0 };
  }

  /** `exports`, or `module.exports`, from the name at its beginning. */
  #exportsAt(name: ScriptNode & { readonly type: "Identifier" }): ScriptNode | undefined {
    if (name.name === "exports") return name;
    if (name.name !== "module") return undefined;
    const member = this.#index.parentOf(name);
    if (member?.type === "MemberExpression" && memberName(member) === "exports") return member;
    this.#isClosed = false;
    return undefined;
  }

  #addMember(member: ScriptNode & { readonly type: "MemberExpression" }, members: Map<string, ExportedValue>): void {
    const around = this.#index.parentOf(member);
    if (around?.type !== "AssignmentExpression" || around.left !== member) return;
    const key = memberName(member);
    if (key === undefined) this.#isClosed = false;
    // Of one that is set twice, nothing is known but that it is there.
    else members.set(key, members.has(key) ? unknown : this.#valueOf(around.right, 0));
  }

  #valueOf(node: ScriptNode, depth: number): ExportedValue {
    if (depth > mostDepth) return unknown;
    const functions = isFunction(node) ? [node] : this.#texts.functionsOf(node);
    if (functions.length > 0) {
      const returned = functions.flatMap((made) => this.#texts.returnedBy(made).possible);
      return { ...unknown, returned: returned.flatMap(({ text, lacked }) => (lacked ? [] : [text])) };
    }
    const [object, ...others] = this.#texts.objectsOf(node);
    if (object === undefined || others.length > 0) {
      return { ...unknown, texts: this.#texts.of(node).possible.map(({ text }) => text) };
    }
    const members = new Map<string, ExportedValue>();
    for (const [key, values] of object.members) {
      const [value] = values;
      members.set(key, value && values.length === 1 ? this.#valueOf(value, depth + 1) : unknown);
    }
    return { ...unknown, members, isClosed: object.isClosed };
  }
}
