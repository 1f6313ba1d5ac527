import { allNodesOf, childrenOf, isFunction, isLoop, namesIn, type ScriptNode, wholeTree } from "./script-tree.js";

/** A `const` in a loop whose value changes from pass to pass, with its offset in the text that was parsed. */
export interface ConstInLoop {
  readonly name: string;
  readonly at: number;
}

/**
 * Finds each `const` in the body of a loop that would get another value in the next pass. In Rhino it belongs to the function, and the
 * first value stays.
 */
export function constsInLoops(program: ScriptNode): readonly ConstInLoop[] {
  const tree = wholeTree(program);
  const changedIn = new Map<ScriptNode, readonly string[]>();
  return tree.ofType("VariableDeclaration").flatMap((node) => {
    if (node.kind !== "const") return [];
    const loops = loopsAround(node, tree.parents);
    if (loops.length === 0) return [];
    for (const loop of loops) if (!changedIn.has(loop)) changedIn.set(loop, namesChangedIn(loop));
    const changing = new Set(loops.flatMap((loop) => changedIn.get(loop) ?? []));
    return node.declarations.flatMap(({ id, init }) => {
      const [name] = namesIn(id);
      return name !== undefined && init && mayChange(init, changing) ? [{ name, at: id.start }] : [];
    });
  });
}

/** The loops around a node in its function. */
function loopsAround(node: ScriptNode, parents: ReadonlyMap<ScriptNode, ScriptNode>): readonly ScriptNode[] {
  const found: ScriptNode[] = [];
  for (let at = parents.get(node); at && !isFunction(at); at = parents.get(at)) if (isLoop(at)) found.push(at);
  return found;
}

function namesChangedIn(loop: ScriptNode): readonly string[] {
  return [...allNodesOf(loop)].flatMap((node) => {
    if (node.type === "VariableDeclarator") return [...namesIn(node.id)];
    if (node.type === "AssignmentExpression") return [...namesIn(node.left)];
    if (node.type === "UpdateExpression") return [...namesIn(node.argument)];
    if (node.type !== "ForInStatement" && node.type !== "ForOfStatement") return [];
    return node.left.type === "VariableDeclaration" ? [] : [...namesIn(node.left)];
  });
}

/** Functions of the script are the same in each pass, but for what they use. */
function mayChange(value: ScriptNode, changing: ReadonlySet<string>): boolean {
  if (isFunction(value)) return false;
  if (value.type === "CallExpression" || value.type === "NewExpression") return true;
  if (value.type === "Identifier") return changing.has(value.name);
  return [...childrenOf(value)].some((part) => mayChange(part, changing));
}
