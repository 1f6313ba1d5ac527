import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** Where a value comes from. A name is `undefined` where it is computed. */
export type ValueSource =
  | { readonly kind: "state"; readonly key: string | undefined; readonly attribute?: string | undefined }
  | { readonly kind: "parameter" | "header" | "cookie" | "variable" | "secret"; readonly name: string | undefined }
  /** What the user has answered; the kind of callback where the script shows it. */
  | { readonly kind: "answer"; readonly callback: string | undefined };

/** Functions and constructors that give the text that they are given, perhaps written otherwise. */
const passing: ReadonlySet<string> = new Set([
  "String",
  "encodeURIComponent",
  "encodeURI",
  "decodeURIComponent",
  "decodeURI",
  "stringify",
  "parse",
  "valueOf",
  "escape",
  "unescape",
]);

/** Methods whose result still is the value that they are called on, or holds it. */
const keeping: ReadonlySet<string> = new Set([
  "get",
  "getObject",
  "asString",
  "asMap",
  "asList",
  "toString",
  "trim",
  "toLowerCase",
  "toUpperCase",
  "toArray",
  "concat",
  "valueOf",
  "getAsUtf8",
  "join",
]);

const requestMaps: { readonly [name: string]: "parameter" | "header" | "cookie" } = {
  requestParameters: "parameter",
  requestHeaders: "header",
  requestCookies: "cookie",
};
const stores: ReadonlySet<string> = new Set(["nodeState", "sharedState", "transientState"]);

/**
 * Finds of what a value is made, as far as a script shows it without running: through names that hold one value, texts put together, and
 * choices.
 */
export function valueSources(node: ScriptNode, index: ScriptIndex): readonly ValueSource[] {
  const found: ValueSource[] = [];
  const open: ScriptNode[] = [node];
  const seen = new Set<ScriptNode>();
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.type === "MemberExpression" || part.type === "CallExpression") {
      const of = chainOf(part, index);
      if ("kind" in of) found.push(of);
      else open.push(...of.parts);
    } else open.push(...partsOf(part, index));
  }
  return found;
}

/** The expressions whose values an expression gives on. */
function partsOf(node: ScriptNode, index: ScriptIndex): readonly ScriptNode[] {
  switch (node.type) {
    case "BinaryExpression":
      return node.operator === "+" ? [node.left, node.right] : [];
    case "TemplateLiteral":
      return node.expressions;
    case "ObjectExpression":
      return node.properties.flatMap((member) => (member.type === "Property" ? [member.value] : []));
    case "ArrayExpression":
      return node.elements.flatMap((item) => item ?? []);
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "LogicalExpression":
      return node.operator === "&&" ? [node.right] : [node.left, node.right];
    case "AssignmentExpression":
      return node.operator === "=" ? [node.right] : [];
    case "NewExpression":
      return isPassing(node.callee) ? node.arguments.slice(0, 1) : [];
    case "Identifier": {
      const value = index.literals.onlyValueOf(node);
      return value ? [value] : [];
    }
    default:
      return [];
  }
}

/** The links of `callbacks.get(0).getPassword()`, from the name at its beginning. */
interface Link {
  /** The name of the member; `undefined` where it is computed. */
  readonly name: string | undefined;
  /** What the member is called with. */
  readonly given: readonly ScriptNode[] | undefined;
}

/** What a chain of members and calls gives: something of a binding, or what it is read of. */
function chainOf(node: ScriptNode, index: ScriptIndex): ValueSource | { readonly parts: readonly ScriptNode[] } {
  const { root, links } = linksOf(node);
  const source = root.type === "Identifier" ? ofBinding(root, links, index) : undefined;
  if (source) return source;
  if (node.type === "CallExpression" && isPassing(node.callee)) return { parts: node.arguments.slice(0, 1) };
  const held = node.type === "MemberExpression" ? index.literals.onlyValueOf(node) : undefined;
  if (held) return { parts: [held] };
  // What is read of a value that a name holds: `value.asString()`, `parameters.get(0)`.
  if (root === node || !links.every(isKept)) return { parts: [] };
  return { parts: [root, ...links.flatMap(({ name, given }) => (name === "concat" && given ? given : []))] };
}

/** The name or other expression at the beginning of a chain, and its links. */
function linksOf(node: ScriptNode): { readonly root: ScriptNode; readonly links: readonly Link[] } {
  const links: Link[] = [];
  let root = node;
  for (;;) {
    const called = root.type === "CallExpression" ? root : undefined;
    const member = called ? called.callee : root;
    if (member.type !== "MemberExpression") return { root, links: links.reverse() };
    links.push({ name: memberName(member), given: called?.arguments });
    root = member.object;
  }
}

function ofBinding(
  root: ScriptNode & { readonly type: "Identifier" },
  links: readonly Link[],
  index: ScriptIndex,
): ValueSource | undefined {
  const { name } = root;
  const [first, ...rest] = links;
  if (first === undefined || index.literals.declares(name)) return undefined;
  // `length`, `size()` and the like tell of a value and are none of it.
  if (!rest.every(isKept)) return undefined;
  const request = requestMaps[name];
  if (request) return isRead(first) ? { kind: request, name: keyOf(first, index) } : undefined;
  if (stores.has(name)) return isRead(first) ? ofState(first, rest, index) : undefined;
  if (name === "systemEnv" && first.name === "getProperty") return { kind: "variable", name: keyOf(first, index) };
  if (name === "secrets" && first.name === "getGenericSecret") return { kind: "secret", name: keyOf(first, index) };
  return name === "callbacks" ? { kind: "answer", callback: answered(links) } : undefined;
}

function isKept({ name, given }: Link): boolean {
  if (given === undefined) return name === undefined || !/^(?:length|size)$/.test(name);
  return name !== undefined && (keeping.has(name) || /^get[A-Z]/.test(name));
}

/** `get("key")`, `["key"]` and `key`. */
function isRead({ name, given }: Link): boolean {
  return given === undefined || name === "get" || name === "getObject";
}

function keyOf({ name, given }: Link, index: ScriptIndex): string | undefined {
  return given === undefined ? name : index.textOf(given[0]);
}

function ofState(first: Link, [second]: readonly Link[], index: ScriptIndex): ValueSource {
  const key = keyOf(first, index);
  return { kind: "state", key, ...(second && { attribute: keyOf(second, index) }) };
}

/** `callbacks.getPasswordCallbacks()` and `callbacks.get(0).getPassword()`. */
function answered(links: readonly Link[]): string | undefined {
  for (const { name } of links) {
    const callback = /^get(\w+Callback)s$/.exec(name ?? "")?.[1];
    if (callback !== undefined) return callback;
    if (name === "getPassword") return "PasswordCallback";
  }
  return undefined;
}

function isPassing(callee: ScriptNode): boolean {
  const name = callee.type === "Identifier" ? callee.name : memberName(callee);
  return name !== undefined && passing.has(name);
}
