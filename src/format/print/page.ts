import type { PageDeclaration, PageMember } from "../../syntax/ast.js";
import { printBlock } from "./body.js";
import { printEdge } from "./edge.js";
import { withTitle } from "./header.js";
import { inOrder, isOtherGroup, type MemberGroups } from "./member-order.js";
import { printName } from "./name.js";
import { printNode } from "./node.js";
import type { Printing } from "./printing.js";
import { printProperty } from "./property.js";

const groups: MemberGroups<PageMember["kind"]> = { property: 0, node: 1, edge: 2 };

/** Prints a page: its properties, then its nodes, then its edges. */
export function printPage(printing: Printing, page: PageDeclaration, indent: string): string {
  const version = page.version === undefined ? "" : `@${page.version.text}`;
  const header = withTitle(`page ${printName(page.name)}${version}`, page.title);
  if (!page.hasBody) return header;
  const body = {
    owner: page,
    members: inOrder(page.members, groups),
    print: printMember,
    isApart: (previous: PageMember, next: PageMember) => next.kind === "node" || isOtherGroup(groups, previous, next),
  };
  return printBlock(printing, header, body, indent);
}

function printMember(printing: Printing, member: PageMember, indent: string): string {
  switch (member.kind) {
    case "property":
      return printProperty(printing, member, indent);
    case "node":
      return printNode(printing, member, indent);
    case "edge":
      return printEdge(member, indent);
    default:
      return member satisfies never;
  }
}
