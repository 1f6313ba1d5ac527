import type { Journey } from "../../model/model.js";
import type { JourneyDeclaration, NodeDeclaration } from "../../syntax/ast.js";
import type { TextEdits } from "./text-edits.js";

/**
 * Puts the inner nodes of pages into the order of the export, which is their order on the screen. Declarations are
 * moved unchanged, with everything inside them.
 */
export function reorderChildren(written: JourneyDeclaration, before: Journey, after: Journey, edits: TextEdits): void {
  const wanted = new Map(after.nodes.map((node) => [node.id, node]));
  for (const page of before.nodes) {
    const children = wanted.get(page.id)?.children ?? [];
    const order = page.children.map((child) => child.id);
    const newOrder = children.map((child) => child.id).filter((id) => order.includes(id));
    if (newOrder.length !== order.length || newOrder.every((id, index) => id === order[index])) continue;
    const declarations = declarationsOf(written, page.name);
    const nameOf = new Map(page.children.map((child) => [child.id, child.name]));
    for (const [index, id] of newOrder.entries()) {
      const slot = declarations.get(nameOf.get(order[index] ?? "") ?? "");
      const content = declarations.get(nameOf.get(id) ?? "");
      if (slot !== undefined && content !== undefined) {
        edits.replace(slot.range, edits.text.slice(content.range.start, content.range.end));
      }
    }
  }
}

function declarationsOf(journey: JourneyDeclaration, pageName: string): ReadonlyMap<string, NodeDeclaration> {
  const page = journey.members.find((member) => member.kind === "page" && member.name?.text === pageName);
  const children = new Map<string, NodeDeclaration>();
  if (page?.kind !== "page") return children;
  for (const member of page.members) {
    if (member.kind === "node" && member.name !== undefined) children.set(member.name.text, member);
  }
  return children;
}
