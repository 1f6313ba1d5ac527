import type { DeclaredNames } from "./script-names.js";
import type { NodeOfType, ScriptNode } from "./script-tree.js";

type ValueKind = "array" | "string";

const callsThatMake: { readonly [call: string]: ValueKind } = {
  "JSON.stringify": "string",
  "Object.keys": "array",
  "Object.values": "array",
  "Object.entries": "array",
  "Array.from": "array",
  "Array.of": "array",
};
const methodsThatMake: { readonly [kind in ValueKind]: { readonly [method: string]: ValueKind } } = {
  array: {
    map: "array",
    filter: "array",
    slice: "array",
    concat: "array",
    sort: "array",
    reverse: "array",
    join: "string",
  },
  string: {
    split: "array",
    slice: "string",
    substring: "string",
    substr: "string",
    trim: "string",
    toLowerCase: "string",
    toUpperCase: "string",
    replace: "string",
    concat: "string",
    padStart: "string",
    padEnd: "string",
    repeat: "string",
    charAt: "string",
  },
};

/** What is known of the names of a script: found once for each, since names may be made of one another. */
const kindsOfNames = new WeakMap<DeclaredNames, Map<string, ValueKind | undefined>>();

/** Whether an expression is certainly a list or a text of JavaScript. What comes from Java, or from elsewhere, is not known. */
export function valueKind(node: ScriptNode, names: DeclaredNames, depth = 0): ValueKind | undefined {
  if (depth > 20) return undefined;
  const kindOf = (part: ScriptNode) => valueKind(part, names, depth + 1);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? "string" : undefined;
    case "TemplateLiteral":
      return "string";
    case "ArrayExpression":
      return "array";
    case "BinaryExpression":
      if (node.operator !== "+" || node.left.type === "PrivateIdentifier") return undefined;
      return kindOf(node.left) === "string" || kindOf(node.right) === "string" ? "string" : undefined;
    case "Identifier":
      return kindOfName(node.name, names, depth);
    case "MemberExpression":
      return isFound(node, names) ? "array" : undefined;
    case "CallExpression": {
      const { callee } = node;
      if (callee.type === "Identifier")
        return callee.name === "String" && !names.declared.has("String") ? "string" : undefined;
      if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier")
        return undefined;
      const { object, property } = callee;
      const made = object.type === "Identifier" ? callsThatMake[`${object.name}.${property.name}`] : undefined;
      if (made) return names.declared.has((object as { readonly name: string }).name) ? undefined : made;
      // Java's texts are split into an array, which has JavaScript's methods, too.
      if (property.name === "split" && callee.type === "MemberExpression" && node.arguments.length > 0) return "array";
      const kind = kindOf(object);
      return kind && methodsThatMake[kind][property.name];
    }
    default:
      return undefined;
  }
}

function kindOfName(name: string, names: DeclaredNames, depth: number): ValueKind | undefined {
  const known = kindsOfNames.get(names) ?? new Map<string, ValueKind | undefined>();
  kindsOfNames.set(names, known);
  if (known.has(name)) return known.get(name);
  known.set(name, undefined);
  const value = names.values.get(name);
  const isOne = names.declared.get(name) === 1 && !names.assigned.has(name);
  const kind = isOne && value ? valueKind(value, names, depth + 1) : undefined;
  known.set(name, kind);
  return kind;
}

/** What a query of `openidm` has found, in the next generation a list of JavaScript. */
function isFound({ object, property, computed }: NodeOfType<"MemberExpression">, names: DeclaredNames): boolean {
  if (computed || property.type !== "Identifier" || property.name !== "result") return false;
  const isOnce = (name: string) => names.declared.get(name) === 1 && !names.assigned.has(name);
  const found = object.type === "Identifier" && isOnce(object.name) ? names.values.get(object.name) : object;
  if (found?.type !== "CallExpression" || found.callee.type !== "MemberExpression") return false;
  const { object: binding, property: method } = found.callee;
  const isQuery = method.type === "Identifier" && method.name === "query";
  return isQuery && binding.type === "Identifier" && binding.name === "openidm" && !names.declared.has("openidm");
}
