import { type ScriptNode, wholeTree } from "../script-tree.js";
import { LiteralReader } from "./literal-values.js";

export type CallNode = ScriptNode & { readonly type: "CallExpression" };
type NewNode = ScriptNode & { readonly type: "NewExpression" };
export type MemberNode = ScriptNode & { readonly type: "MemberExpression" };
type IdentifierNode = ScriptNode & { readonly type: "Identifier" };

/** The tree of a script as analyses ask for it: nodes by kind, each with what stands around it. */
export class ScriptIndex {
  readonly program: ScriptNode;
  readonly nodes: readonly ScriptNode[];
  readonly calls: readonly CallNode[];
  /** `new Class(…)` */
  readonly made: readonly NewNode[];
  /** Names that stand for a variable or a binding; those of members and keys are left out. */
  readonly names: readonly IdentifierNode[];
  readonly literals: LiteralReader;
  readonly #parents: ReadonlyMap<ScriptNode, ScriptNode>;

  constructor(program: ScriptNode) {
    const { nodes, parents } = wholeTree(program);
    this.program = program;
    this.nodes = nodes;
    this.#parents = parents;
    const names: IdentifierNode[] = [];
    const calls: CallNode[] = [];
    const made: NewNode[] = [];
    for (const node of nodes) {
      if (node.type === "CallExpression") calls.push(node);
      else if (node.type === "NewExpression") made.push(node);
      else if (node.type === "Identifier" && this.#isVariable(node)) names.push(node);
    }
    this.names = names.sort(byPlace);
    this.calls = calls.sort(byPlace);
    this.made = made;
    this.literals = new LiteralReader(nodes);
  }

  parentOf(node: ScriptNode): ScriptNode | undefined {
    return this.#parents.get(node);
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
    const parent = this.#parents.get(node);
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
