import type { JourneyNode } from "../../model/model.js";
import { hasStandaloneChildren } from "../../model/pages.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports inner nodes with a choice of outcomes that their page does not ask for: in page version 1.0 all but the last
 * one, later those before the last ordinary one. Nodes whose outcomes are not known may be such as well.
 */
export const severalDecidingChildren = journeyRule("several-deciding-children", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    const ordinary = hasStandaloneChildren(page)
      ? page.children.filter((child) => !isStandalone(child))
      : page.children;
    for (const child of ordinary.slice(0, -1)) {
      if (!child.outcomesKnown || child.outcomes.length < 2) continue;
      report({ at: child.namePlace, args: { page: nodeLabel(page), node: nodeLabel(child) } });
    }
  }
});

function isStandalone(child: JourneyNode): boolean {
  return child.type?.allowedInPage === "standalone";
}
