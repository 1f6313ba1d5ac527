import { functionTypes, isFunction, namesIn, type ScriptNode, type WholeTree, wholeTree } from "./script-tree.js";

/** An assignment to a constant, which Rhino passes over without an error, with its offset in the text that was parsed. */
export interface AssignedConstant {
  readonly name: string;
  readonly at: number;
}

/** Finds assignments to constants. Looked at are names that the script declares once, so that they mean nothing else. */
export function assignedConstants(program: ScriptNode): readonly AssignedConstant[] {
  const tree = wholeTree(program);
  const { parents } = tree;
  if (!tree.ofType("VariableDeclaration").some(({ kind }) => kind === "const")) return [];
  const constants = constantsOf(tree);
  return tree.ofTypes(assigning).flatMap((node) => {
    return targetsOf(node).flatMap((target) =>
      [...namesIn(target)].flatMap((name) => {
        const home = constants.get(name);
        return home && isInside(node, home, parents) ? [{ name, at: target.start }] : [];
      }),
    );
  });
}

const assigning = ["AssignmentExpression", "UpdateExpression", "ForInStatement", "ForOfStatement"] as const;
const declaring = [...functionTypes, "CatchClause", "VariableDeclaration"] as const;

/** The constants that are declared once, with the function that each belongs to. */
function constantsOf(tree: WholeTree): ReadonlyMap<string, ScriptNode> {
  const homes = new Map<string, ScriptNode>();
  const taken = new Set<string>();
  const declare = (name: string, home: ScriptNode | undefined) => {
    if (taken.has(name) || home === undefined) homes.delete(name);
    else homes.set(name, home);
    taken.add(name);
  };
  for (const node of tree.ofTypes(declaring)) {
    if (isFunction(node)) {
      const { id, params } = node as unknown as { readonly id?: ScriptNode; readonly params: readonly ScriptNode[] };
      for (const part of [id ?? null, ...params]) for (const name of namesIn(part)) declare(name, undefined);
    } else if (node.type === "CatchClause") {
      for (const name of namesIn(node.param ?? null)) declare(name, undefined);
    } else if (node.type === "VariableDeclaration") {
      const home = node.kind === "const" ? homeOf(node, tree.parents) : undefined;
      for (const { id } of node.declarations) for (const name of namesIn(id)) declare(name, home);
    }
  }
  return homes;
}

/** What an expression or a loop assigns to without declaring it. */
function targetsOf(node: ScriptNode): readonly ScriptNode[] {
  if (node.type === "AssignmentExpression") return [node.left];
  if (node.type === "UpdateExpression") return [node.argument];
  const isLoop = node.type === "ForInStatement" || node.type === "ForOfStatement";
  return isLoop && node.left.type !== "VariableDeclaration" ? [node.left] : [];
}

function homeOf(node: ScriptNode, parents: ReadonlyMap<ScriptNode, ScriptNode>): ScriptNode | undefined {
  let at = parents.get(node);
  while (at && at.type !== "Program" && !isFunction(at)) at = parents.get(at);
  return at;
}

function isInside(node: ScriptNode, home: ScriptNode, parents: ReadonlyMap<ScriptNode, ScriptNode>): boolean {
  for (let at: ScriptNode | undefined = node; at; at = parents.get(at)) if (at === home) return true;
  return false;
}
