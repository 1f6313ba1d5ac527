import type { JourneyDeclaration, JourneyMember } from "../../syntax/ast.js";
import { printBlock } from "./body.js";
import { printEntry } from "./entry.js";
import { printExport } from "./export.js";
import { withTitle } from "./header.js";
import { printLayout } from "./layout.js";
import { inOrder, isOtherGroup, type MemberGroups } from "./member-order.js";
import { printName } from "./name.js";
import { printNode } from "./node.js";
import { printPage } from "./page.js";
import type { Printing } from "./printing.js";
import { printAfter, printProperty } from "./property.js";
import { printResource } from "./resource.js";
import { printForbid, printRequire } from "./rule.js";
import { printScript } from "./script.js";

/**
 * The order of members in a journey: properties, export options, start, nodes, scripts and resources, rules, and last
 * what tools write.
 */
const groups: MemberGroups<JourneyMember["kind"]> = {
  property: 0,
  export: 1,
  entry: 2,
  node: 3,
  page: 3,
  script: 4,
  resource: 4,
  require: 5,
  forbid: 5,
  layout: 6,
  raw: 7,
};

const spacious: ReadonlySet<JourneyMember["kind"]> = new Set(["node", "page", "script"]);

/** Prints a journey with its members in canonical order. */
export function printJourney(printing: Printing, journey: JourneyDeclaration, indent: string): string {
  const header = withTitle(`journey ${printName(journey.name)}`, journey.title);
  const body = {
    owner: journey,
    members: inOrder(journey.members, groups),
    print: printMember,
    isApart: (previous: JourneyMember, next: JourneyMember) =>
      isOtherGroup(groups, previous, next) || spacious.has(previous.kind) || spacious.has(next.kind),
  };
  return printBlock(printing, header, body, indent);
}

function printMember(printing: Printing, member: JourneyMember, indent: string): string {
  switch (member.kind) {
    case "property":
      return printProperty(printing, member, indent);
    case "export":
      return printExport(printing, member, indent);
    case "entry":
      return printEntry(member);
    case "node":
      return printNode(printing, member, indent);
    case "page":
      return printPage(printing, member, indent);
    case "script":
      return printScript(printing, member, indent);
    case "resource":
      return printResource(member);
    case "require":
      return printRequire(member);
    case "forbid":
      return printForbid(member);
    case "layout":
      return printLayout(printing, member, indent);
    case "raw":
      return printAfter({ ...printing, keysAsWritten: true }, "raw", member.value, indent);
    default:
      return member satisfies never;
  }
}
