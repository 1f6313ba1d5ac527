import type { NodeOfType, ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** An object, or a list by its places, that a script writes out. */
export interface WrittenObject {
  /** The name of its variable; `undefined` where it is a member, or has none. */
  readonly name: string | undefined;
  /** What each member is given: at first, and later by the variable's name. */
  readonly members: ReadonlyMap<string, readonly ScriptNode[]>;
  /** Whether nothing here gives it another member. */
  readonly isClosed: boolean;
  /** Whether it is handed on to where that would not be seen. */
  readonly isShared: boolean;
}

/** An object or a list that is written out here, unless something that is not shown may change it. */
export function writtenObject(node: ScriptNode, index: ScriptIndex): WrittenObject | undefined {
  const first = firstMembers(node);
  if (first === undefined) return undefined;
  const { members } = first;
  let { isClosed } = first;
  const { variable, path } = ownerOf(node, index);
  if (variable === undefined) return { name: undefined, members, isClosed, isShared: true };
  let isShared = false;
  for (const name of index.variables.of(variable).names) {
    if (name === variable) continue;
    const use = useOf(name, path, index);
    if (use === "changed") return undefined;
    if (use === "shared") isShared = true;
    if (typeof use !== "object") continue;
    members.set(use.key, [...(members.get(use.key) ?? []), use.value]);
    isClosed = false;
  }
  return { name: path.length === 0 ? variable.name : undefined, members, isClosed, isShared };
}

function firstMembers(
  node: ScriptNode,
): { members: Map<string, readonly ScriptNode[]>; isClosed: boolean } | undefined {
  const members = new Map<string, readonly ScriptNode[]>();
  if (node.type === "ArrayExpression") {
    for (const [at, item] of node.elements.entries()) if (item) members.set(String(at), [item]);
    // Nobody misspells a place in a list.
    return { members, isClosed: false };
  }
  if (node.type !== "ObjectExpression") return undefined;
  let isClosed = true;
  for (const member of node.properties) {
    const key = member.type === "Property" ? keyOf(member) : undefined;
    if (member.type !== "Property" || key === undefined || key === "__proto__") isClosed = false;
    else members.set(key, member.kind === "init" && !members.has(key) ? [member.value] : []);
  }
  return { members, isClosed };
}

function keyOf({ key, computed }: NodeOfType<"Property">): string | undefined {
  if (computed) return undefined;
  if (key.type === "Literal") return String(key.value);
  return key.type === "Identifier" ? key.name : undefined;
}

interface Owner {
  /** Where the variable is declared or assigned that holds the object, or what the object is in. */
  readonly variable: NodeOfType<"Identifier"> | undefined;
  /** The members through which it is reached. */
  readonly path: readonly string[];
}

function ownerOf(node: ScriptNode, index: ScriptIndex): Owner {
  const path: string[] = [];
  let at = node;
  for (;;) {
    const around = index.parentOf(at);
    const outside = around && index.parentOf(around);
    if (around?.type === "Property" && around.value === at && outside?.type === "ObjectExpression") {
      path.unshift(keyOf(around) ?? "");
      at = outside;
    } else if (around?.type === "CallExpression" && isOfObject(around.callee)) at = around;
    else {
      const target =
        around?.type === "VariableDeclarator"
          ? around.id
          : around?.type === "AssignmentExpression"
            ? around.left
            : undefined;
      return { variable: target?.type === "Identifier" ? target : undefined, path };
    }
  }
}

type Use = "read" | "shared" | "changed" | { readonly key: string; readonly value: ScriptNode };

/** How a name is used, for the object that is reached from it through a path. */
function useOf(name: ScriptNode, path: readonly string[], index: ScriptIndex): Use {
  const keys: (string | undefined)[] = [];
  let at = name;
  let around = index.parentOf(at);
  while (around?.type === "MemberExpression" && around.object === at) {
    keys.push(memberName(around));
    at = around;
    around = index.parentOf(at);
  }
  if (
    around === undefined ||
    keys.some((key, depth) => key !== undefined && depth < path.length && key !== path[depth])
  )
    return "read";
  const isInside = keys.length > path.length;
  if (around.type === "AssignmentExpression" && around.left === at) {
    const key = keys[path.length];
    if (keys.length > path.length + 1) return "read";
    return isInside && key !== undefined && around.operator === "=" ? { key, value: around.right } : "changed";
  }
  if (around.type === "UpdateExpression" || (around.type === "UnaryExpression" && around.operator === "delete")) {
    return keys.length > path.length + 1 ? "read" : "changed";
  }
  // What a list holds is changed by its own methods.
  if (around.type === "CallExpression" && around.callee === at) {
    return keys.length === path.length + 1 && changing.test(keys.at(-1) ?? "") ? "changed" : "read";
  }
  if (isInside) return "read";
  if (around.type === "CallExpression") return isOfObject(around.callee) ? "read" : "changed";
  return "shared";
}

/** Methods of lists that change them. */
const changing = /^(?:push|pop|shift|unshift|splice|reverse|sort|fill|copyWithin)$/;

/** `Object.freeze(object)` and others that change nothing. */
function isOfObject(callee: ScriptNode): boolean {
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Object" &&
    /^(?:freeze|seal|keys|values|entries)$/.test(memberName(callee) ?? "")
  );
}
