import type { JourneyNode } from "../../model/model.js";
import { hasStandaloneChildren } from "../../model/pages.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports inner nodes with several outcomes that do not decide their page's outcome: in page version 1.0 all but the
 * last node, in later versions those before the last ordinary one. A node whose outcomes are unknown is not reported.
 */
export const severalDecidingChildren = journeyRule("several-deciding-children", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    const ordinary = hasStandaloneChildren(page)
      ? page.children.filter((child) => !isStandalone(child))
      : page.children;
    for (const child of ordinary.slice(0, -1)) {
      if (!child.outcomesKnown || child.outcomes.length < 2) continue;
      // Of a node that asks nothing it is told that it belongs outside.
      const restsOn = [child.typePlace];
      report({ at: child.namePlace, args: { page: nodeLabel(page), node: nodeLabel(child) }, restsOn });
    }
  }
});

function isStandalone(child: JourneyNode): boolean {
  return child.type?.allowedInPage === "standalone";
}
