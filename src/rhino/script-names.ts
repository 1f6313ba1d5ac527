import { allNodesOf, isFunction, namesIn, type ScriptNode } from "./script-tree.js";

/** What a script declares and assigns, wherever it does: a name that occurs once in it means one thing. */
export interface DeclaredNames {
  /** How often each name is declared. */
  readonly declared: ReadonlyMap<string, number>;
  readonly assigned: ReadonlySet<string>;
  /** The values that variables are declared with. */
  readonly values: ReadonlyMap<string, ScriptNode>;
  /** `typeof name`: the script asks whether there is one. */
  readonly asked: ReadonlySet<string>;
}

export function scriptNames(program: ScriptNode): DeclaredNames {
  const declared = new Map<string, number>();
  const assigned = new Set<string>();
  const values = new Map<string, ScriptNode>();
  const asked = new Set<string>();
  const declare = (name: string) => declared.set(name, (declared.get(name) ?? 0) + 1);
  for (const node of allNodesOf(program)) {
    if (isFunction(node)) {
      const { id, params } = node as unknown as { readonly id?: ScriptNode; readonly params: readonly ScriptNode[] };
      for (const part of [id ?? null, ...params]) for (const name of namesIn(part)) declare(name);
    } else if (node.type === "VariableDeclarator") {
      for (const name of namesIn(node.id)) declare(name);
      if (node.id.type === "Identifier" && node.init) values.set(node.id.name, node.init);
    } else if (node.type === "CatchClause" && node.param) for (const name of namesIn(node.param)) declare(name);
    else if (node.type === "AssignmentExpression") for (const name of namesIn(node.left)) assigned.add(name);
    else if (node.type === "UpdateExpression") for (const name of namesIn(node.argument)) assigned.add(name);
    else if (node.type === "ForInStatement" || node.type === "ForOfStatement") {
      const { left } = node;
      const declarations = left.type === "VariableDeclaration" ? left.declarations.map(({ id }) => id) : [left];
      for (const target of declarations) for (const name of namesIn(target)) assigned.add(name);
    } else if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier") {
      asked.add(node.argument.name);
    }
  }
  return { declared, assigned, values, asked };
}
