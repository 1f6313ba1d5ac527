import type { JourneyMember, NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { JourneyNode } from "./model.js";
import type { JourneyScope } from "./scope.js";

type Declaration = NodeDeclaration | PageDeclaration;

/** A node that was bound without any finding, and the declared names that it has used. */
interface KeptNode {
  readonly node: JourneyNode;
  readonly nodes: readonly string[];
  readonly types: readonly string[];
}

/**
 * The bound nodes of a text, kept for the next version of it. There, those are taken over whose declarations are the same objects, if all that
 * they were bound against is the same: see `isOwnAffair`.
 */
export class KeptNodes {
  readonly #before: ReadonlyMap<Declaration, KeptNode>;
  readonly #now = new Map<Declaration, KeptNode>();

  constructor(before?: KeptNodes) {
    this.#before = before === undefined ? new Map() : before.#now;
  }

  /**
   * The node of a declaration: that of the version before, or a newly bound one. One about which anything was found, or
   * for which names were compared, is always bound anew, since that may rest on all of the text; so is one that uses a script or a parameter.
   */
  nodeOf(declaration: Declaration, scope: JourneyScope, bind: () => JourneyNode): JourneyNode {
    const known = this.#before.get(declaration);
    if (known === undefined) return this.#bindAndKeep(declaration, scope, bind);
    for (const name of known.nodes) scope.nodes.use(name);
    for (const name of known.types) scope.uses.types.use(name);
    this.#now.set(declaration, known);
    return known.node;
  }

  #bindAndKeep(
    declaration: Declaration,
    { nodes, uses, reporter }: JourneyScope,
    bind: () => JourneyNode,
  ): JourneyNode {
    const before = reporter.effort;
    const noted = [nodes.uses, uses.types, uses.scripts, uses.parameters].map((each) => each.note());
    const node = bind();
    const [ofNodes = [], ofTypes = [], ...others] = noted.map((each) => each.end());
    const isAlone = reporter.effort === before && others.every(({ length }) => length === 0);
    if (isAlone) this.#now.set(declaration, { node, nodes: ofNodes, types: ofTypes });
    return node;
  }
}

/**
 * Whether a change of a member of a journey concerns the nodes alone that it declares: their names, types and titles, which others may refer to, are
 * the same.
 */
export function isOwnAffair(before: JourneyMember, after: JourneyMember): boolean {
  const [old, now] = [before, after].map((each) =>
    each.kind === "node" || each.kind === "page" ? JSON.stringify(headOf(each)) : undefined,
  );
  return old !== undefined && old === now;
}

function headOf(declaration: Declaration): readonly unknown[] {
  const { kind, name, title, hasBody } = declaration;
  const own = [kind, name?.text, name?.quoted, title?.parts, hasBody];
  if (declaration.kind === "node") return [...own, declaration.type?.name.text, declaration.type?.version?.text];
  const inner = declaration.members.flatMap((member) => (member.kind === "node" ? [headOf(member)] : []));
  return [...own, declaration.version?.text, inner];
}
