import type { JourneyNode } from "../../model/model.js";
import { journeyRule } from "../rule.js";

/**
 * Reports labels that several nodes have on the canvas, once for each label. Inner nodes are left out because only
 * their page shows them; so are labels that equal the type's name, which a node has by default.
 */
export const sameTitle = journeyRule("same-title", "proves", ({ journey }, report) => {
  const byTitle = new Map<string, JourneyNode[]>();
  journey.nodes.forEach((node) => {
    const { displayName: title } = node;
    if (title === "" || title === node.typeId || title === node.type?.displayName) return;
    const nodes = byTitle.get(title);
    if (nodes) nodes.push(node);
    else byTitle.set(title, [node]);
  });
  if (byTitle.size === journey.nodes.length) return;
  for (const [title, [first, ...others]] of byTitle) {
    if (first === undefined || others.length === 0) continue;
    const related = others.slice(0, 5).map((node) => ({ place: node.namePlace, message: "Another one is here" }));
    report({ at: first.namePlace, args: { title, count: others.length + 1 }, related });
  }
});
