import { globalNames } from "./dialect.js";
import { childrenOf, isBlock, isFunction, namesIn, type ScriptNode, wholeTree } from "./script-tree.js";

type Kind = "parameter" | "var" | "const" | "function" | "let";

const globals = globalNames.map((name) => [name, "var"] as const);

/** The names of a function so far; those of `let` belong to a block. */
interface Scope {
  readonly ofFunction: Map<string, Kind>;
  readonly ofBlock: Set<string>;
  /** What is around the block in its function. */
  readonly outer: Scope | undefined;
}

/**
 * The offsets of declarations that Rhino refuses because the name is taken. There `const` belongs to the whole function, whatever
 * block it stands in, and to nothing but itself; Rhino notices it in the order of the text.
 */
export function redeclarations(program: ScriptNode): readonly number[] {
  const found: number[] = [];
  // `var` and functions may be declared as often as one likes.
  if (
    !wholeTree(program)
      .ofType("VariableDeclaration")
      .some(({ kind }) => kind !== "var")
  )
    return found;
  // At the top of a script, what the engine's global object has is taken as well.
  visit(program, { ofFunction: new Map(globals), ofBlock: new Set(), outer: undefined }, found);
  return found;
}

function visit(node: ScriptNode, scope: Scope, found: number[]): void {
  if (node.type === "FunctionDeclaration" && node.id !== null) declare("function", node.id, scope, found);
  if (node.type === "VariableDeclaration") {
    for (const { id, init } of node.declarations) {
      if (init) visit(init, scope, found);
      declare(node.kind as Kind, id, scope, found);
    }
    return;
  }
  const inside = scopeIn(node, scope);
  for (const child of childrenOf(node)) {
    if (isFunction(node) && child.type === "BlockStatement") {
      // The body of a function is no block of its own.
      for (const statement of childrenOf(child)) visit(statement, inside, found);
    } else visit(child, inside, found);
  }
}

function scopeIn(node: ScriptNode, scope: Scope): Scope {
  if (isFunction(node)) {
    const { params } = node as unknown as { readonly params: readonly ScriptNode[] };
    const names = params.flatMap((param) => [...namesIn(param)]);
    return { ofFunction: new Map(names.map((name) => [name, "parameter"])), ofBlock: new Set(), outer: undefined };
  }
  return isBlock(node) ? { ofFunction: scope.ofFunction, ofBlock: new Set(), outer: scope } : scope;
}

function declare(kind: Kind, pattern: ScriptNode, scope: Scope, found: number[]): void {
  const { ofFunction, ofBlock } = scope;
  for (const name of namesIn(pattern)) {
    const known = ofFunction.get(name);
    const isTaken =
      kind === "const" ? known !== undefined || isOfBlock(name, scope) : known === "const" || ofBlock.has(name);
    if (isTaken) found.push(pattern.start);
    if (kind === "let") ofBlock.add(name);
    else if (known === undefined) ofFunction.set(name, kind);
  }
}

/** Whether `let` has the name in this block or one around it in the function. */
function isOfBlock(name: string, from: Scope): boolean {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer) if (scope.ofBlock.has(name)) return true;
  return false;
}
