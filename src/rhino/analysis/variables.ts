import { isFunction, type NodeOfType, type ScriptNode } from "../script-tree.js";
import { type NameScope, type ScopesOfScript, scopesOf } from "../standard/name-scopes.js";

/** One of the places that give a variable its value. */
export interface Definition {
  /** The expression; `undefined` where the value is computed. Of a declared function, the function. */
  readonly value: ScriptNode | undefined;
  /** The member of the value that is taken: `const { key } = value`. */
  readonly key?: string;
  /** The function whose parameter the variable is, and the parameter's place among them. */
  readonly parameterOf?: { readonly made: ScriptNode; readonly at: number };
  /** What assigns it. */
  readonly by: ScriptNode;
}

/** A variable of a script: all names that mean it. */
export interface Variable {
  readonly names: readonly ScriptNode[];
  readonly definitions: readonly Definition[];
}

type NameNode = NodeOfType<"Identifier">;

/** What of a script's tree tells its variables apart. */
interface NamesOfTree {
  readonly program: ScriptNode;
  /** Names that stand for a variable or a binding. */
  readonly names: readonly NameNode[];
  parentOf(node: ScriptNode): ScriptNode | undefined;
}

/** Tells variables of one name apart, by the scopes that declare them. Scopes are looked for when the first question comes. */
export class Variables {
  readonly #tree: NamesOfTree;
  #scopes: ScopesOfScript | undefined;
  readonly #byScope = new Map<NameScope | undefined, Map<string, Variable>>();

  constructor(tree: NamesOfTree) {
    this.#tree = tree;
  }

  /** The variable that a name means where it stands. */
  of(node: NameNode): Variable {
    const scope = this.#scopeOf(node);
    const known = this.#byScope.get(scope) ?? new Map<string, Variable>();
    this.#byScope.set(scope, known);
    const found = known.get(node.name);
    if (found) return found;
    const names = this.#tree.names.filter(
      (other) => other.name === node.name && (other === node || this.#scopeOf(other) === scope),
    );
    const variable = { names, definitions: names.flatMap((name) => this.#definedAt(name) ?? []) };
    known.set(node.name, variable);
    return variable;
  }

  /** Whether a name means no variable of a function or a block. */
  isOuter(node: NameNode): boolean {
    return this.#scopeOf(node)?.parent === undefined;
  }

  /** The calls of a function by its name, or of one that is called where it stands; and whether nothing else can call it. */
  callsOf(made: ScriptNode): { readonly calls: readonly NodeOfType<"CallExpression">[]; readonly isAll: boolean } {
    const around = this.#tree.parentOf(made);
    if (around?.type === "CallExpression" && around.callee === made) return { calls: [around], isAll: true };
    const name = nameOfFunction(made, around);
    if (name === undefined) return { calls: [], isAll: false };
    const uses = this.of(name).names.filter((node) => node !== name);
    const calls = uses.flatMap((node) => {
      const call = this.#tree.parentOf(node);
      return call?.type === "CallExpression" && call.callee === node ? [call] : [];
    });
    return { calls, isAll: calls.length === uses.length };
  }

  #scopeOf(node: NameNode): NameScope | undefined {
    this.#scopes ??= scopesOf(this.#tree.program);
    let at: ScriptNode | undefined = node;
    while (at && !this.#scopes.has(at)) at = this.#tree.parentOf(at);
    for (let scope = at && this.#scopes.get(at); scope; scope = scope.parent) {
      if (scope.names.has(node.name)) return scope;
    }
    return undefined;
  }

  #definedAt(name: ScriptNode): Definition | undefined {
    const around = this.#tree.parentOf(name);
    if (around === undefined) return undefined;
    switch (around.type) {
      case "VariableDeclarator":
        if (around.id !== name) return undefined;
        if (this.#isOfLoop(around)) return { value: undefined, by: around };
        return around.init ? { value: around.init, by: around } : undefined;
      case "AssignmentExpression":
        if (around.left !== name) return undefined;
        return { value: around.operator === "=" ? around.right : undefined, by: around };
      case "UpdateExpression":
      case "CatchClause":
      case "ArrayPattern":
      case "AssignmentPattern":
      case "RestElement":
        return { value: undefined, by: around };
      case "ForInStatement":
      case "ForOfStatement":
        return around.left === name ? { value: undefined, by: around } : undefined;
      case "Property":
        return this.#takenFrom(around);
      default:
        return isFunction(around) ? ofFunction(name, around) : undefined;
    }
  }

  #isOfLoop(declarator: ScriptNode): boolean {
    const declaration = this.#tree.parentOf(declarator);
    const loop = declaration && this.#tree.parentOf(declaration);
    return (loop?.type === "ForInStatement" || loop?.type === "ForOfStatement") && loop.left === declaration;
  }

  /** `const { key: name } = value` */
  #takenFrom(property: ScriptNode & { readonly type: "Property" }): Definition | undefined {
    const pattern = this.#tree.parentOf(property);
    if (pattern?.type !== "ObjectPattern") return undefined;
    const by = this.#tree.parentOf(pattern);
    if (by?.type !== "VariableDeclarator" || !by.init || property.computed || property.key.type !== "Identifier")
      return { value: undefined, by: by ?? pattern };
    return { value: by.init, key: property.key.name, by };
  }
}

function ofFunction(name: ScriptNode, made: ScriptNode): Definition | undefined {
  const { id, params } = made as unknown as { readonly id?: ScriptNode; readonly params: readonly ScriptNode[] };
  if (id === name) return { value: made, by: made };
  const at = params.indexOf(name);
  return at < 0 ? undefined : { value: undefined, parameterOf: { made, at }, by: made };
}

function nameOfFunction(made: ScriptNode, around: ScriptNode | undefined): NameNode | undefined {
  const { id } = made as unknown as { readonly id?: ScriptNode | null };
  if (made.type === "FunctionDeclaration" && id?.type === "Identifier") return id;
  if (around?.type === "VariableDeclarator" && around.id.type === "Identifier") return around.id;
  return around?.type === "AssignmentExpression" && around.left.type === "Identifier" ? around.left : undefined;
}
