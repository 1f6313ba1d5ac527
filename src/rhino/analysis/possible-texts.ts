import { isFunction, type NodeOfType, type ScriptNode } from "../script-tree.js";
import { alwaysLeaves, returnsOf } from "./every-way.js";
import { nothing, type OfLibrary, oneText, type Possible, placed, together, unknown } from "./possible-value.js";
import { reaches } from "./reaching.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import { type WrittenObject, writtenObject } from "./written-object.js";

/** What the parameters of a function are given by the call that is looked at. */
interface Given {
  readonly made: ScriptNode;
  readonly values: readonly ScriptNode[];
  readonly outside: Given | undefined;
}

/** What an expression stands for, where it is no text: objects and lists that are written out, and members of library scripts. */
type Holder =
  | { readonly kind: "object"; readonly object: WrittenObject; readonly given: Given | undefined }
  | { readonly kind: "library"; readonly of: OfLibrary };

/** How much is looked at for one expression, so that calls in calls end. */
const mostSteps = 2000;
const mostDepth = 30;

/** Finds texts that expressions may have, through variables, members, tables and functions of the script. */
export class PossibleTexts {
  readonly #index: ScriptIndex;
  readonly #known = new Map<ScriptNode, Possible>();
  readonly #open = new Set<ScriptNode>();
  readonly #objects = new Map<ScriptNode, WrittenObject | undefined>();
  #steps = 0;
  #depth = 0;
  #cuts = 0;

  constructor(index: ScriptIndex) {
    this.#index = index;
  }

  of(node: ScriptNode): Possible {
    this.#steps = 0;
    return this.#textsOf(node, undefined);
  }

  /** The functions that an expression may stand for. */
  functionsOf(node: ScriptNode): readonly ScriptNode[] {
    return this.#functionsOf(node, undefined).map(({ made }) => made);
  }

  objectsOf(node: ScriptNode): readonly WrittenObject[] {
    return this.#holdersOf(node, undefined).flatMap((holder) => (holder.kind === "object" ? [holder.object] : []));
  }

  /** What a function may return. */
  returnedBy(made: ScriptNode): Possible {
    this.#steps = 0;
    return this.#returned(made, undefined);
  }

  #textsOf(node: ScriptNode, given: Given | undefined): Possible {
    const known = given === undefined ? this.#known.get(node) : undefined;
    if (known) return known;
    // A value that is made of itself.
    if (this.#open.has(node) || this.#steps++ > mostSteps || this.#depth > mostDepth) {
      this.#cuts++;
      return unknown;
    }
    const cuts = this.#cuts;
    this.#open.add(node);
    this.#depth++;
    const found = this.#lookAt(node, given);
    this.#depth--;
    this.#open.delete(node);
    // What was cut off inside may be more when it is asked for alone.
    if (given === undefined && this.#cuts === cuts) this.#known.set(node, found);
    return found;
  }

  #lookAt(node: ScriptNode, given: Given | undefined): Possible {
    const of = (part: ScriptNode) => this.#textsOf(part, given);
    switch (node.type) {
      case "Literal":
        return typeof node.value === "string" ? oneText(node.value) : unknown;
      case "TemplateLiteral":
        return node.expressions.length === 0 ? oneText(node.quasis[0]?.value.cooked ?? "") : unknown;
      case "ConditionalExpression":
        return together([of(node.consequent), of(node.alternate)]);
      case "LogicalExpression": {
        if (node.operator === "&&") return { ...of(node.right), isWhole: false };
        const left = of(node.left);
        const filled = { ...left, possible: left.possible.filter(({ text, lacked }) => text !== "" && !lacked) };
        const isNever = left.isWhole && filled.possible.length === left.possible.length;
        return isNever ? left : together([filled, of(node.right)]);
      }
      case "AssignmentExpression":
        return node.operator === "=" ? of(node.right) : unknown;
      case "SequenceExpression":
        return of(node.expressions.at(-1) as ScriptNode);
      case "Identifier":
        return this.#ofVariable(node, given);
      case "MemberExpression":
        return this.#ofMember(node, given);
      case "CallExpression":
        return this.#ofCall(node, given);
      default:
        return unknown;
    }
  }

  #ofVariable(node: NodeOfType<"Identifier">, given: Given | undefined): Possible {
    const variable = this.#index.variables.of(node);
    const { definitions } = variable;
    const isChanged = definitions.length > 1;
    const found = definitions.map((definition): Possible => {
      const { value, key, parameterOf, by } = definition;
      if (parameterOf) return this.#ofParameter(parameterOf.made, parameterOf.at, given);
      if (isChanged && !reaches(definition, node, variable, this.#index)) return nothing;
      if (value === undefined || isFunction(value)) return unknown;
      const texts = key === undefined ? this.#textsOf(value, given) : this.#membersOf(value, [key], given, by);
      return isChanged ? placed(texts, value) : texts;
    });
    return found.length === 0 ? unknown : together(found);
  }

  /** What the call that is looked at gives, or else any call. */
  #ofParameter(made: ScriptNode, at: number, given: Given | undefined): Possible {
    for (let call = given; call; call = call.outside) {
      if (call.made !== made) continue;
      const value = call.values[at];
      return value ? placed(this.#textsOf(value, call.outside), value) : unknown;
    }
    const { calls, isAll } = this.#index.variables.callsOf(made);
    const found = calls.map(({ arguments: values }) => {
      const value = values[at];
      return value ? placed(this.#textsOf(value, undefined), value) : unknown;
    });
    const all = together(found);
    return { ...all, isWhole: isAll && all.isWhole };
  }

  #ofMember(node: NodeOfType<"MemberExpression">, given: Given | undefined): Possible {
    const exported = this.#exported(node);
    if (exported) return this.#textsOf(exported, given);
    return this.#membersOf(node.object, this.#keysOf(node, given), given, node);
  }

  /** The names that a member may have; `undefined` where it may have any. */
  #keysOf(node: NodeOfType<"MemberExpression">, given: Given | undefined): readonly string[] | undefined {
    const { property, computed } = node;
    const name = memberName(node);
    if (name !== undefined) return [name];
    if (!computed) return [];
    if (property.type === "Literal" && typeof property.value === "number") return [String(property.value)];
    const { possible, isWhole } = this.#textsOf(property, given);
    return isWhole ? possible.map(({ text }) => text) : undefined;
  }

  #membersOf(
    object: ScriptNode,
    keys: readonly string[] | undefined,
    given: Given | undefined,
    node: ScriptNode,
  ): Possible {
    const found = this.#holdersOf(object, given).map((holder): Possible => {
      if (holder.kind === "library") {
        const [key] = keys ?? [];
        if (keys?.length !== 1 || key === undefined) return unknown;
        return { ...unknown, ofLibraries: [{ ...holder.of, path: [...holder.of.path, key] }] };
      }
      if (keys === undefined) return this.#anyMember(holder.object, holder.given, node);
      return together(keys.map((key) => this.#oneMember(holder.object, key, holder.given, node)));
    });
    return found.length === 0 ? unknown : { ...together(found), isWhole: false };
  }

  #oneMember(object: WrittenObject, key: string, given: Given | undefined, node: ScriptNode): Possible {
    const values = object.members.get(key);
    // Which of several it has is not known.
    if (values) return values.length === 1 && values[0] ? this.#textsOf(values[0], given) : unknown;
    if (!object.isClosed || object.isShared || key in Object.prototype) return unknown;
    const around = this.#index.parentOf(node);
    // `table[key] || "other"`, `if (table[key])`, and what is called or read of it, mean to find out.
    if (around?.type === "LogicalExpression" || around?.type === "MemberExpression") return unknown;
    const lacked = { object: object.name, key, members: [...object.members.keys()] };
    return { ...unknown, possible: [{ text: "undefined", lacked, at: undefined }] };
  }

  /** Any member of a table whose members all are texts. */
  #anyMember(object: WrittenObject, given: Given | undefined, node: ScriptNode): Possible {
    const values = [...object.members.values()].flat();
    const found = values.map((value) => placed(this.#textsOf(value, given), value));
    const isTable =
      values.length === object.members.size && found.every(({ isWhole, possible }) => isWhole && possible.length > 0);
    return isTable && node.type === "MemberExpression" ? together(found) : unknown;
  }

  #ofCall(node: NodeOfType<"CallExpression">, given: Given | undefined): Possible {
    const { callee, arguments: values } = node;
    const isText = callee.type === "Identifier" && callee.name === "String" && !this.#index.literals.declares("String");
    if (isText && values[0]) return this.#textsOf(values[0], given);
    if (callee.type === "MemberExpression" && values.length === 0 && memberName(callee) === "toString") {
      return this.#textsOf(callee.object, given);
    }
    const functions = this.#functionsOf(callee, given);
    const found = functions.map(({ made, outside }) => this.#returned(made, { made, values, outside }));
    const libraries = this.#librariesOf(callee, given).map((of): Possible => {
      return { ...unknown, ofLibraries: [{ ...of, isCalled: true }] };
    });
    const all = [...found, ...libraries];
    return all.length === 0 ? unknown : together(all);
  }

  #returned(made: ScriptNode, given: Given | undefined): Possible {
    const { body } = made as unknown as { readonly body: ScriptNode };
    if (body.type !== "BlockStatement") return placed(this.#textsOf(body, given), body);
    const values = returnsOf(body).map((value) => (value ? placed(this.#textsOf(value, given), value) : unknown));
    const found = together(values);
    return { ...found, isWhole: found.isWhole && alwaysLeaves(body) };
  }

  #functionsOf(
    node: ScriptNode,
    given: Given | undefined,
  ): readonly { readonly made: ScriptNode; readonly outside: Given | undefined }[] {
    if (isFunction(node)) return [{ made: node, outside: given }];
    if (node.type === "Identifier") {
      return this.#index.variables.of(node).definitions.flatMap(({ value, key }) => {
        return value && key === undefined && isFunction(value) ? [{ made: value, outside: given }] : [];
      });
    }
    if (node.type !== "MemberExpression") return [];
    const [key] = this.#keysOf(node, given) ?? [];
    if (key === undefined) return [];
    return this.#holdersOf(node.object, given).flatMap((holder) => {
      if (holder.kind !== "object") return [];
      const values = holder.object.members.get(key) ?? [];
      return values.filter(isFunction).map((made) => ({ made, outside: holder.given }));
    });
  }

  #librariesOf(node: ScriptNode, given: Given | undefined): readonly OfLibrary[] {
    return this.#holdersOf(node, given).flatMap((holder) => (holder.kind === "library" ? [holder.of] : []));
  }

  #holdersOf(node: ScriptNode, given: Given | undefined): readonly Holder[] {
    if (this.#steps++ > mostSteps || this.#depth > mostDepth) {
      this.#cuts++;
      return [];
    }
    this.#depth++;
    const found = this.#findHolders(node, given);
    this.#depth--;
    return found;
  }

  #writtenObject(node: ScriptNode): WrittenObject | undefined {
    if (!this.#objects.has(node)) this.#objects.set(node, writtenObject(node, this.#index));
    return this.#objects.get(node);
  }

  #findHolders(node: ScriptNode, given: Given | undefined): readonly Holder[] {
    const written = this.#writtenObject(node);
    if (written) return [{ kind: "object", object: written, given }];
    switch (node.type) {
      case "Identifier": {
        const { definitions } = this.#index.variables.of(node);
        const [definition] = definitions;
        if (definition === undefined || definitions.length > 1) return [];
        const { value, key, parameterOf } = definition;
        if (parameterOf) return this.#holdersGiven(parameterOf.made, parameterOf.at, given);
        if (value === undefined) return [];
        return key === undefined ? this.#holdersOf(value, given) : this.#holdersIn(value, key, given);
      }
      case "MemberExpression": {
        const exported = this.#exported(node);
        if (exported) return this.#holdersOf(exported, given);
        const [key, ...others] = this.#keysOf(node, given) ?? [];
        return key === undefined || others.length > 0 ? [] : this.#holdersIn(node.object, key, given);
      }
      case "CallExpression": {
        const { callee, arguments: values } = node;
        const [first] = values;
        if (first && this.#index.isBinding(callee, "require")) {
          const title = this.#index.textOf(first);
          return title === undefined ? [] : [{ kind: "library", of: { title, path: [], isCalled: false } }];
        }
        if (first && memberName(callee) === "freeze") return this.#holdersOf(first, given);
        return this.#functionsOf(callee, given).flatMap(({ made, outside }) => {
          const { body } = made as unknown as { readonly body: ScriptNode };
          const inside = { made, values, outside };
          const all = body.type === "BlockStatement" ? returnsOf(body) : [body];
          return all.flatMap((value) => (value ? this.#holdersOf(value, inside) : []));
        });
      }
      default:
        return [];
    }
  }

  /** What a library script gives a member of its exports, once. */
  #exported(member: NodeOfType<"MemberExpression">): ScriptNode | undefined {
    const key = memberName(member);
    if (key === undefined || !this.#isExports(member.object)) return undefined;
    const set = this.#index.ofType("AssignmentExpression").filter(({ left }) => {
      return memberName(left) === key && left.type === "MemberExpression" && this.#isExports(left.object);
    });
    return set.length === 1 ? set[0]?.right : undefined;
  }

  #isExports(node: ScriptNode): boolean {
    if (node.type !== "MemberExpression") return this.#index.isBinding(node, "exports");
    return memberName(node) === "exports" && this.#index.isBinding(node.object, "module");
  }

  #holdersGiven(made: ScriptNode, at: number, given: Given | undefined): readonly Holder[] {
    for (let call = given; call; call = call.outside) {
      const value = call.made === made ? call.values[at] : undefined;
      if (value) return this.#holdersOf(value, call.outside);
    }
    const [call, ...more] = this.#index.variables.callsOf(made).calls;
    const value = call?.arguments[at];
    return value && more.length === 0 ? this.#holdersOf(value, undefined) : [];
  }

  #holdersIn(object: ScriptNode, key: string, given: Given | undefined): readonly Holder[] {
    return this.#holdersOf(object, given).flatMap((holder): readonly Holder[] => {
      if (holder.kind === "library") {
        return [{ kind: "library", of: { ...holder.of, path: [...holder.of.path, key] } }];
      }
      return (holder.object.members.get(key) ?? []).flatMap((value) => this.#holdersOf(value, holder.given));
    });
  }
}
