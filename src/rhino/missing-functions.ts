import { missingFunctions, missingNames } from "./dialect.js";
import { type DeclaredNames, scriptNames } from "./script-names.js";
import { allNodesOf, type NodeOfType, type ScriptNode, wholeTree } from "./script-tree.js";
import { valueKind } from "./value-kind.js";

/** Something that a script uses and Rhino lacks, with its offset in the text that was parsed. */
export interface MissingUse {
  /** As it is spoken of: `Object.hasOwn`, `flat` of a list. */
  readonly name: string;
  /** What is asked of a name: `log` of `console`. */
  readonly method?: string;
  /** What is asked of that in turn: `API_KEY` of `process.env`. */
  readonly member?: string;
  readonly at: number;
}

/** Methods of lists and texts, which are all whose kind a script may show. */
const methods: ReadonlySet<string> = new Set([
  ...(missingFunctions.prototype.Array ?? []),
  ...(missingFunctions.prototype.String ?? []),
]);
const missing: ReadonlySet<string> = new Set(missingNames);

/**
 * Functions and names that a script uses and Rhino 1.7.14 lacks, where it is certain what they are called on. Whatever the script
 * asks for, or brings along itself, is left out.
 */
export function missingIn(program: ScriptNode): readonly MissingUse[] {
  const tree = wholeTree(program);
  const { nodes } = tree;
  // Most scripts use nothing that is called so.
  const members = tree.ofType("MemberExpression");
  const isSuspect = tree.ofType("Identifier").some(({ name }) => missing.has(name)) || members.some(mayBeMissing);
  if (!isSuspect) return [];
  const names = scriptNames(program);
  const called = new Set<ScriptNode>();
  for (const { callee } of tree.ofType("CallExpression")) called.add(callee);
  const mentioned = new Set<string>();
  for (const node of members) {
    if (called.has(node)) continue;
    const name = memberName(node);
    if (name !== undefined) mentioned.add(name);
  }
  const own = ownNames(nodes);
  const memberOf = (name: ScriptNode) => members.find(({ object }) => object === name);
  return nodes.flatMap((node): readonly MissingUse[] => {
    if (node.type === "MemberExpression" && called.has(node)) {
      const name = memberName(node);
      return name === undefined || mentioned.has(name) ? [] : missingMember(node, name, names);
    }
    if (node.type !== "Identifier" || !missing.has(node.name) || own.has(node)) return [];
    const isOwn = [names.declared, names.assigned, names.asked].some((each) => each.has(node.name));
    if (isOwn) return [];
    const asked = memberOf(node);
    const method = asked && memberName(asked);
    const further = asked && memberOf(asked);
    const member = further && (memberName(further) ?? textIn(further.property));
    const more = { ...(method === undefined ? {} : { method }), ...(member === undefined ? {} : { member }) };
    return [{ name: node.name, ...more, at: node.start }];
  });
}

function mayBeMissing(node: NodeOfType<"MemberExpression">): boolean {
  const name = memberName(node);
  if (name === undefined) return false;
  const { object } = node;
  const ofOwner = object.type === "Identifier" ? missingFunctions.static[object.name] : undefined;
  return methods.has(name) || ofOwner?.includes(name) === true;
}

function missingMember(
  { object, property }: ScriptNode & { readonly type: "MemberExpression" },
  name: string,
  names: DeclaredNames,
): readonly MissingUse[] {
  const at = property.start;
  if (object.type === "Identifier" && missingFunctions.static[object.name]?.includes(name)) {
    return names.declared.has(object.name) ? [] : [{ name: `${object.name}.${name}`, at }];
  }
  const kind = valueKind(object, names);
  const owner = kind === "array" ? "Array" : "String";
  if (kind === undefined || !missingFunctions.prototype[owner]?.includes(name)) return [];
  return [{ name: `${owner}.prototype.${name}`, at }];
}

/** Identifiers that are no variables: members, keys and labels; and what is imported from Java or looked for in a package. */
function ownNames(nodes: readonly ScriptNode[]): ReadonlySet<ScriptNode> {
  const found = new Set<ScriptNode>();
  for (const node of nodes) {
    if (node.type === "MemberExpression" && !node.computed) found.add(node.property);
    else if (node.type === "Property" && !node.computed && !node.shorthand) found.add(node.key);
    else if (node.type === "MetaProperty" || node.type === "WithStatement") {
      for (const inner of allNodesOf(node)) found.add(inner);
    }
  }
  const importsJava = nodes.some(
    (node) =>
      node.type === "CallExpression" &&
      node.callee.type === "Identifier" &&
      /^import(?:Class|Package)$|^load$/.test(node.callee.name),
  );
  if (importsJava) for (const node of nodes) found.add(node);
  return found;
}

function memberName(node: ScriptNode): string | undefined {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return undefined;
  return node.property.name;
}

function textIn(node: ScriptNode): string | undefined {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}
