import { type NodeOfType, type ScriptNode, type WholeTree, wholeTree } from "../script-tree.js";
import { functionsThatRun } from "./functions-that-run.js";
import { LiteralReader } from "./literal-values.js";
import { Variables } from "./variables.js";

export type CallNode = NodeOfType<"CallExpression">;
export type MemberNode = NodeOfType<"MemberExpression">;

/** The tree of a script as analyses ask for it: nodes by kind, each with what stands around it. */
export class ScriptIndex {
  readonly program: ScriptNode;
  readonly calls: readonly CallNode[];
  /** `new Class(…)` */
  readonly made: readonly NodeOfType<"NewExpression">[];
  /** Names that stand for a variable or a binding; those of members and keys are left out. */
  readonly names: readonly NodeOfType<"Identifier">[];
  readonly literals: LiteralReader;
  readonly variables: Variables;
  readonly #tree: WholeTree;
  #running: ReadonlySet<ScriptNode> | undefined;

  constructor(program: ScriptNode) {
    const tree = wholeTree(program);
    this.program = program;
    this.#tree = tree;
    this.names = tree
      .ofType("Identifier")
      .filter((node) => this.#isVariable(node))
      .sort(byPlace);
    this.calls = tree.ofType("CallExpression").toSorted(byPlace);
    this.made = tree.ofType("NewExpression");
    this.literals = new LiteralReader(tree);
    this.variables = new Variables(this);
  }

  get nodes(): readonly ScriptNode[] {
    return this.#tree.nodes;
  }

  ofType<Type extends ScriptNode["type"]>(type: Type): readonly NodeOfType<Type>[] {
    return this.#tree.ofType(type);
  }

  parentOf(node: ScriptNode): ScriptNode | undefined {
    return this.#tree.parents.get(node);
  }

  /** Whether a node is not only in functions that nothing calls, such as those of a library that was pasted into the script. */
  mayRun(node: ScriptNode): boolean {
    this.#running ??= functionsThatRun(this);
    for (let around = this.parentOf(node); around; around = this.parentOf(around)) {
      if (around.type === "FunctionDeclaration" && !this.#running.has(around)) return false;
    }
    return true;
  }

  /** Whether a node is the name of a binding of the platform, which no variable of the script hides. */
  isBinding(node: ScriptNode, name: string): boolean {
    return node.type === "Identifier" && node.name === name && !this.literals.declares(name);
  }

  /** The one text that an expression certainly has. */
  textOf(node: ScriptNode | undefined): string | undefined {
    const values = node && this.literals.valuesOf(node);
    if (values?.size !== 1 || !node || !this.literals.isFixed(node)) return undefined;
    const [text] = values;
    return text;
  }

  #isVariable(node: ScriptNode): boolean {
    const parent = this.#tree.parents.get(node);
    if (parent?.type === "MemberExpression") return parent.object === node || parent.computed;
    if (parent?.type === "Property") return parent.value === node || parent.computed;
    return true;
  }
}

/** The name of a member: `get` of `state.get` and of `state["get"]`. */
export function memberName(node: ScriptNode): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const { property, computed } = node;
  if (!computed) return property.type === "Identifier" ? property.name : undefined;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

function byPlace(left: ScriptNode, right: ScriptNode): number {
  return left.start - right.start;
}
