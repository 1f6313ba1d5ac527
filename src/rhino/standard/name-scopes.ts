import {
  functionTypes,
  isBlock,
  isFunction,
  namesIn,
  type ScriptNode,
  type WholeTree,
  wholeTree,
} from "../script-tree.js";

/** A function or a block with the names that it declares. */
export interface NameScope {
  readonly names: Map<string, "const" | "let" | "other">;
  readonly parent: NameScope | undefined;
  readonly isFunction: boolean;
}

/** The scopes of a script, by the nodes that open them. */
export type ScopesOfScript = ReadonlyMap<ScriptNode, NameScope>;

/** Finds what each function and block declares. `const` belongs to its function, as in Rhino. */
export function scopesOf(program: ScriptNode): ScopesOfScript {
  const finder = new ScopeFinder(program);
  finder.find();
  return finder.scopes;
}

/** Whether a name means a `const` where it stands. */
export function isConst(name: string, from: NameScope | undefined): boolean {
  for (let scope = from; scope !== undefined; scope = scope.parent) {
    const kind = scope.names.get(name);
    if (kind !== undefined) return kind === "const";
  }
  return false;
}

/** Whether `let` has a name here, or around here in the same function: Rhino takes `var` for the same variable then. */
export function isLet(name: string, from: NameScope): boolean {
  for (let scope: NameScope | undefined = from; scope; scope = scope.isFunction ? undefined : scope.parent) {
    if (scope.names.get(name) === "let") return true;
  }
  return false;
}

class ScopeFinder {
  readonly scopes = new Map<ScriptNode, NameScope>();
  readonly #tree: WholeTree;

  constructor(program: ScriptNode) {
    this.#tree = wholeTree(program);
    this.scopes.set(program, { names: new Map(), parent: undefined, isFunction: true });
  }

  /** Only what declares names and what opens scopes is looked at: a tenth of the nodes of a script. */
  find(): void {
    for (const type of opening)
      for (const node of this.#tree.ofType(type)) if (opensScope(node, this.#tree)) this.#at(node);
    // A `let` before a `var` of the same name takes it.
    for (const node of this.#tree.ofTypes(declarations)) this.#declare(node);
  }

  /** The scope that a node opens, or else the one that it stands in. */
  #at(node: ScriptNode): NameScope {
    const known = this.scopes.get(node);
    if (known) return known;
    const parent = this.#around(node);
    if (!opensScope(node, this.#tree)) return parent;
    const scope: NameScope = { names: new Map(), parent, isFunction: isFunction(node) };
    this.scopes.set(node, scope);
    return scope;
  }

  #around(node: ScriptNode): NameScope {
    return this.#at(this.#tree.parents.get(node) ?? this.#tree.root);
  }

  #declare(node: ScriptNode): void {
    if (node.type === "VariableDeclaration") {
      const { kind } = node;
      const scope = this.#around(node);
      const home = kind === "let" ? scope : functionScope(scope);
      for (const { id } of node.declarations) {
        for (const name of namesIn(id)) {
          // `var` in an inner block declares nothing where `let` has the name.
          if (kind !== "var" || !isLet(name, scope)) home.names.set(name, kind === "var" ? "other" : (kind as "let"));
        }
      }
      return;
    }
    const { names } = this.#at(node);
    if (node.type === "CatchClause") {
      if (node.param) for (const name of namesIn(node.param)) names.set(name, "other");
      return;
    }
    const { id, params } = node as unknown as { readonly id?: ScriptNode; readonly params: readonly ScriptNode[] };
    const own = node.type === "FunctionDeclaration" ? functionScope(this.#around(node)).names : names;
    if (id) for (const name of namesIn(id)) own.set(name, "other");
    for (const param of params) for (const name of namesIn(param)) names.set(name, "other");
  }
}

const declarations = ["VariableDeclaration", "CatchClause", ...functionTypes] as const;
const opening = [
  "CatchClause",
  ...functionTypes,
  "BlockStatement",
  "SwitchStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
] as const;

/** The body of a function is no scope of its own. */
function opensScope(node: ScriptNode, tree: WholeTree): boolean {
  if (isFunction(node) || node.type === "CatchClause") return true;
  const parent = tree.parents.get(node);
  return isBlock(node) && !(node.type === "BlockStatement" && parent !== undefined && isFunction(parent));
}

function functionScope(scope: NameScope): NameScope {
  let found = scope;
  while (!found.isFunction && found.parent) found = found.parent;
  return found;
}
