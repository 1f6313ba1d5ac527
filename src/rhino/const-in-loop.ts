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
  const found: ConstInLoop[] = [];
  const has = wholeTree(program)
    .ofType("VariableDeclaration")
    .some(({ kind }) => kind === "const");
  if (has) visit(program, undefined, found);
  return found;
}

function visit(node: ScriptNode, changing: ReadonlySet<string> | undefined, found: ConstInLoop[]): void {
  let inside = changing;
  if (isFunction(node)) inside = undefined;
  else if (isLoop(node)) inside = new Set([...(changing ?? []), ...namesChangedIn(node)]);
  else if (node.type === "VariableDeclaration" && node.kind === "const" && changing) {
    for (const { id, init } of node.declarations) {
      const [name] = namesIn(id);
      if (name !== undefined && init && mayChange(init, changing)) found.push({ name, at: id.start });
    }
  }
  for (const child of childrenOf(node)) visit(child, inside, found);
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
