import type { AnyNode } from "acorn";

/** A node of a script's tree, of whatever type. */
export type ScriptNode = AnyNode;

/** The parts of a node, in the order of the text. */
export function* childrenOf(node: ScriptNode): Iterable<ScriptNode> {
  for (const [name, value] of Object.entries(node)) {
    // The first of several clauses is among them all.
    if (name === "handler" && "handlers" in node) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) yield item;
    } else if (isNode(value)) yield value;
  }
}

/** All nodes of a tree, each before its parts. */
export function* allNodesOf(node: ScriptNode): Iterable<ScriptNode> {
  yield node;
  for (const child of childrenOf(node)) yield* allNodesOf(child);
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

export function isLoop(node: ScriptNode): boolean {
  return /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
}

function isNode(value: unknown): value is ScriptNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
