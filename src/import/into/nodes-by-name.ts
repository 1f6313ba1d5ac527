import type { JourneyMember, NodeDeclaration, NodeMember, PageDeclaration, PageMember } from "../../syntax/ast.js";

export type AnyNode = NodeDeclaration | PageDeclaration;

/** The nodes and pages that a block declares. The block of a node has none. */
export function nodesByName(
  members: readonly (JourneyMember | PageMember | NodeMember)[],
): ReadonlyMap<string, AnyNode> {
  const nodes = new Map<string, AnyNode>();
  for (const member of members) {
    if ((member.kind === "node" || member.kind === "page") && member.name !== undefined) {
      nodes.set(member.name.text, member);
    }
  }
  return nodes;
}
