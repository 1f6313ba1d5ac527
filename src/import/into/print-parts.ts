import type { CommentTable } from "../../format/comments.js";
import { printFile } from "../../format/format.js";
import type {
  Edge,
  FileItem,
  JourneyMember,
  LayoutEntry,
  NodeDeclaration,
  NodeMember,
  PageMember,
  Property,
} from "../../syntax/ast.js";
import { emptyRange } from "../../text/range.js";
import { makeName } from "../../write/journey/make-syntax.js";

/** The depth of a member: 1 in a journey, 2 in a node or page, 3 in an inner node. */
export type Depth = 1 | 2 | 3;

/** The canonical lines of a journey's member, without a line end after the last one. */
export function printJourneyMember(member: JourneyMember): string {
  return linesOf([member], 1);
}

/** The canonical lines of a property, an arrow or an inner node at its depth. */
export function printMember(member: Property | Edge | NodeDeclaration, depth: Depth): string {
  switch (depth) {
    case 1:
      return linesOf(member.kind === "edge" ? [] : [member], 1);
    case 2:
      return linesOf([{ ...wrapper, kind: "page", version: undefined, members: [member] as PageMember[] }], 2);
    case 3: {
      const members = (member.kind === "node" ? [] : [member]) as NodeMember[];
      const node: NodeDeclaration = { ...wrapper, kind: "node", type: undefined, members };
      return linesOf([{ ...wrapper, kind: "page", version: undefined, members: [node] }], 3);
    }
  }
}

export function printLayoutEntry(entry: LayoutEntry): string {
  return linesOf([{ kind: "layout", entries: [entry], range: emptyRange }], 2);
}

/** The canonical lines of a declaration at the top of a file. */
export function printItem(item: FileItem, comments?: CommentTable): string {
  return printFile({ kind: "file", items: [item], comments: [], range: emptyRange }, comments).trimEnd();
}

const wrapper = { name: makeName("X"), title: undefined, hasBody: true, range: emptyRange };

/** Prints members inside wrappers and removes the wrappers' lines, so that everything gets its indentation. */
function linesOf(members: readonly JourneyMember[], depth: Depth): string {
  const journey = { kind: "journey", name: makeName("X"), title: undefined, members, range: emptyRange } as const;
  const lines = printItem(journey).split("\n");
  return lines.slice(depth, lines.length - depth).join("\n");
}
