import type { Journey } from "../../model/model.js";
import type { JourneyDeclaration } from "../../syntax/ast.js";
import { nodesByName } from "./nodes-by-name.js";
import type { TextEdits } from "./text-edits.js";

/**
 * Puts the inner nodes of pages into the order of the export, which is their order on the screen. Declarations are
 * moved unchanged, with everything inside them.
 */
export function reorderChildren(written: JourneyDeclaration, before: Journey, after: Journey, edits: TextEdits): void {
  const wanted = new Map(after.nodes.map((node) => [node.id, node]));
  const declared = nodesByName(written.members);
  for (const page of before.nodes) {
    const children = nodesByName(declared.get(page.name)?.members ?? []);
    const places = new Map(
      page.children.flatMap(({ id, name }) => {
        const declaration = children.get(name);
        return declaration === undefined ? [] : [[id, declaration.range] as const];
      }),
    );
    const moved = (wanted.get(page.id)?.children ?? []).flatMap(({ id }) => places.get(id) ?? []);
    if (moved.length !== places.size) continue;
    for (const [index, place] of [...places.values()].entries()) {
      const content = moved[index] ?? place;
      edits.replace(place, edits.text.slice(content.start, content.end));
    }
  }
}
