import { childrenOf, isBlock, isFunction, namesIn, type ScriptNode } from "../script-tree.js";

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
  const scopes = new Map<ScriptNode, NameScope>();
  visit(program, openScope(program, undefined, true, scopes), scopes);
  return scopes;
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

function openScope(
  node: ScriptNode,
  parent: NameScope | undefined,
  isOfFunction: boolean,
  scopes: Map<ScriptNode, NameScope>,
): NameScope {
  const scope: NameScope = { names: new Map(), parent, isFunction: isOfFunction };
  scopes.set(node, scope);
  return scope;
}

function visit(node: ScriptNode, scope: NameScope, scopes: Map<ScriptNode, NameScope>): void {
  for (const child of childrenOf(node)) {
    if (child.type === "FunctionDeclaration" && child.id) functionScope(scope).names.set(child.id.name, "other");
    if (child.type === "VariableDeclaration") {
      const { kind } = child;
      const home = kind === "let" ? scope : functionScope(scope);
      for (const { id } of child.declarations) {
        for (const name of namesIn(id)) {
          // `var` in an inner block declares nothing where `let` has the name.
          if (kind !== "var" || !isLet(name, scope)) home.names.set(name, kind === "var" ? "other" : (kind as "let"));
        }
      }
    }
    // The body of a function is no scope of its own.
    const isBody = isFunction(node) && child.type === "BlockStatement";
    visit(child, isBody ? scope : scopeIn(child, scope, scopes), scopes);
  }
}

function scopeIn(node: ScriptNode, scope: NameScope, scopes: Map<ScriptNode, NameScope>): NameScope {
  if (isFunction(node)) {
    const inner = openScope(node, scope, true, scopes);
    const { id, params } = node as unknown as { readonly id?: ScriptNode; readonly params: readonly ScriptNode[] };
    if (node.type === "FunctionExpression" && id) for (const name of namesIn(id)) inner.names.set(name, "other");
    for (const param of params) for (const name of namesIn(param)) inner.names.set(name, "other");
    return inner;
  }
  if (node.type === "CatchClause") {
    const inner = openScope(node, scope, false, scopes);
    if (node.param) for (const name of namesIn(node.param)) inner.names.set(name, "other");
    return inner;
  }
  return isBlock(node) ? openScope(node, scope, false, scopes) : scope;
}

function functionScope(scope: NameScope): NameScope {
  let found = scope;
  while (!found.isFunction && found.parent) found = found.parent;
  return found;
}
