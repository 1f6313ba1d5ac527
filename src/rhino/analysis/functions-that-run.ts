import type { NodeOfType, ScriptNode } from "../script-tree.js";

type Declared = NodeOfType<"FunctionDeclaration">;

/** What of a script's tree tells which functions run. */
interface NamedFunctions {
  /** Names that stand for a variable or a binding. */
  readonly names: readonly NodeOfType<"Identifier">[];
  ofType(type: "FunctionDeclaration"): readonly Declared[];
  parentOf(node: ScriptNode): ScriptNode | undefined;
}

/**
 * The declared functions of a script that may run: those that are named outside all declared functions, and those that these name in
 * turn. Where a script builds code from texts, any may run.
 */
export function functionsThatRun(index: NamedFunctions): ReadonlySet<ScriptNode> {
  const declared = index.ofType("FunctionDeclaration");
  if (index.names.some(({ name }) => name === "eval" || name === "Function")) return new Set(declared);
  const byName = new Map<string, Declared[]>();
  for (const each of declared) {
    if (each.id?.type === "Identifier") byName.set(each.id.name, [...(byName.get(each.id.name) ?? []), each]);
  }
  const namedIn = new Map<Declared | undefined, Set<string>>();
  for (const node of index.names) {
    if (!byName.has(node.name)) continue;
    const around = declaredAround(node, index);
    if (around?.id === node) continue;
    const names = namedIn.get(around) ?? new Set<string>();
    namedIn.set(around, names.add(node.name));
  }
  const running = new Set<Declared>();
  const add = (from: Declared | undefined) => {
    for (const name of namedIn.get(from) ?? []) {
      for (const each of byName.get(name) ?? []) running.add(each);
    }
  };
  add(undefined);
  // The set grows while it is walked.
  for (const each of running) add(each);
  return running;
}

/** The innermost declared function around a node. A function's own name stands in it. */
function declaredAround(node: ScriptNode, index: NamedFunctions): Declared | undefined {
  for (let around = index.parentOf(node); around; around = index.parentOf(around)) {
    if (around.type === "FunctionDeclaration") return around;
  }
  return undefined;
}
