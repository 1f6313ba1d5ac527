import type { AnyNode } from "acorn";

/** A node of a script's tree, of whatever type. */
export type ScriptNode = AnyNode;

/** The parts of a node, in the order of the text. */
export function childrenOf(node: ScriptNode): readonly ScriptNode[] {
  const found: ScriptNode[] = [];
  const members = node as unknown as { readonly [name: string]: unknown };
  for (const name in members) {
    const value = members[name];
    if (typeof value !== "object" || value === null) continue;
    // The first of several clauses is among them all.
    if (name === "handler" && "handlers" in node) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) found.push(item);
    } else if (isNode(value)) found.push(value);
  }
  return found;
}

export type NodeOfType<Type extends ScriptNode["type"]> = ScriptNode & { readonly type: Type };

/** All nodes of a tree, each before its parts, and for each what it is a part of. */
export class WholeTree {
  readonly root: ScriptNode;
  readonly nodes: readonly ScriptNode[];
  readonly parents: ReadonlyMap<ScriptNode, ScriptNode>;
  readonly #byType = new Map<string, ScriptNode[]>();

  constructor(root: ScriptNode) {
    const nodes: ScriptNode[] = [];
    const parents = new Map<ScriptNode, ScriptNode>();
    addNodes(root, nodes, parents);
    this.root = root;
    this.nodes = nodes;
    this.parents = parents;
    for (const node of nodes) {
      const same = this.#byType.get(node.type);
      if (same) same.push(node);
      else this.#byType.set(node.type, [node]);
    }
  }

  /** The nodes of one type: most questions are about few of them. */
  ofType<Type extends ScriptNode["type"]>(type: Type): readonly NodeOfType<Type>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly NodeOfType<Type>[];
  }

  /** The nodes of several types, in the order of the text. */
  ofTypes<Type extends ScriptNode["type"]>(types: readonly Type[]): readonly NodeOfType<Type>[] {
    return types.flatMap((type) => this.ofType(type)).sort((left, right) => left.start - right.start);
  }
}

/** The types of functions. */
export const functionTypes = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"] as const;

/** The script that was walked last: all that is asked about one is asked in a row. */
let last: WholeTree | undefined;

/** Walks a whole script, once. */
export function wholeTree(root: ScriptNode): WholeTree {
  if (last?.root === root) return last;
  last = new WholeTree(root);
  return last;
}

/** All nodes of a tree, each before its parts. */
export function allNodesOf(node: ScriptNode): readonly ScriptNode[] {
  if (node.type === "Program") return wholeTree(node).nodes;
  const found: ScriptNode[] = [];
  addNodes(node, found);
  return found;
}

function addNodes(node: ScriptNode, found: ScriptNode[], parents?: Map<ScriptNode, ScriptNode>): void {
  found.push(node);
  for (const child of childrenOf(node)) {
    parents?.set(child, node);
    addNodes(child, found, parents);
  }
}

/** The names that a pattern declares or assigns. */
export function* namesIn(pattern: ScriptNode | null): Iterable<string> {
  if (pattern === null) return;
  if (pattern.type === "Identifier") yield pattern.name;
  else if (pattern.type === "MemberExpression") return;
  else if (pattern.type === "Property") yield* namesIn(pattern.value as ScriptNode);
  else if (pattern.type === "AssignmentPattern") yield* namesIn(pattern.left);
  else for (const child of childrenOf(pattern)) yield* namesIn(child);
}

export function isFunction(node: ScriptNode): boolean {
  return (
    node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression"
  );
}

const loops: ReadonlySet<string> = new Set([
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
]);

export function isLoop(node: ScriptNode): boolean {
  return loops.has(node.type);
}

/** Whether a node, which is no function, opens a scope for `let`. */
export function isBlock(node: ScriptNode): boolean {
  return node.type === "BlockStatement" || node.type === "SwitchStatement" || /^For/.test(node.type);
}

function isNode(value: unknown): value is ScriptNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
