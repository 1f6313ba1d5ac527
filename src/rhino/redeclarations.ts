import { globalNames } from "./dialect.js";
import { isBlock, isFunction, namesIn, type ScriptNode, type WholeTree, wholeTree } from "./script-tree.js";

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
  const tree = wholeTree(program);
  const found: number[] = [];
  // `var` and functions may be declared as often as one likes.
  if (!tree.ofType("VariableDeclaration").some(({ kind }) => kind !== "var")) return found;
  const scopes = new Scopes(tree);
  for (const node of tree.ofTypes(["FunctionDeclaration", "VariableDeclaration"])) {
    const scope = scopes.around(node);
    if (node.type === "VariableDeclaration") {
      for (const { id } of node.declarations) declare(node.kind as Kind, id, scope, found);
    } else if (node.id !== null) declare("function", node.id, scope, found);
  }
  return found;
}

/** The scopes of a script, each made when something in it is declared. */
class Scopes {
  readonly #tree: WholeTree;
  readonly #known = new Map<ScriptNode, Scope>();

  constructor(tree: WholeTree) {
    this.#tree = tree;
    // At the top of a script, what the engine's global object has is taken as well.
    this.#known.set(tree.root, { ofFunction: new Map(globals), ofBlock: new Set(), outer: undefined });
  }

  around(node: ScriptNode): Scope {
    return this.#at(this.#tree.parents.get(node) ?? this.#tree.root);
  }

  #at(node: ScriptNode): Scope {
    const known = this.#known.get(node);
    if (known) return known;
    const scope = this.#make(node);
    this.#known.set(node, scope);
    return scope;
  }

  #make(node: ScriptNode): Scope {
    if (isFunction(node)) {
      const { params } = node as unknown as { readonly params: readonly ScriptNode[] };
      const names = params.flatMap((param) => [...namesIn(param)]);
      return { ofFunction: new Map(names.map((name) => [name, "parameter"])), ofBlock: new Set(), outer: undefined };
    }
    const outer = this.around(node);
    const parent = this.#tree.parents.get(node);
    // The body of a function is no block of its own.
    const isBody = node.type === "BlockStatement" && parent !== undefined && isFunction(parent);
    return isBlock(node) && !isBody ? { ofFunction: outer.ofFunction, ofBlock: new Set(), outer } : outer;
  }
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
