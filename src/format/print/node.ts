import type { NodeDeclaration, NodeMember, TypeReference } from "../../syntax/ast.js";
import { printBlock } from "./body.js";
import { printEdge } from "./edge.js";
import { withTitle } from "./header.js";
import { inOrder, isOtherGroup, type MemberGroups } from "./member-order.js";
import { printName } from "./name.js";
import type { Printing } from "./printing.js";
import { printProperty } from "./property.js";

const groups: MemberGroups<NodeMember["kind"]> = { property: 0, edge: 1 };

/** Prints a node: its properties, then its edges. */
export function printNode(printing: Printing, node: NodeDeclaration, indent: string): string {
  const header = withTitle(`node ${printName(node.name)}: ${printType(node.type)}`, node.title);
  if (!node.hasBody) return header;
  const body = {
    owner: node,
    members: inOrder(node.members, groups),
    print: printMember,
    isApart: (previous: NodeMember, next: NodeMember) => isOtherGroup(groups, previous, next),
  };
  return printBlock(printing, header, body, indent);
}

function printMember(printing: Printing, member: NodeMember, indent: string): string {
  return member.kind === "edge" ? printEdge(member, indent) : printProperty(printing, member, indent);
}

function printType(type: TypeReference | undefined): string {
  if (type === undefined) return "";
  return type.version === undefined ? printName(type.name) : `${printName(type.name)}@${type.version.text}`;
}
