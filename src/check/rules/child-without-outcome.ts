import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports inner nodes that certainly have no outcome. One whose settings are missing has a finding of its own. */
export const childWithoutOutcome = journeyRule("child-without-outcome", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    for (const child of page.children) {
      if (!child.outcomesKnown || child.outcomes.length > 0 || !facts.document.hasBody(child.id)) continue;
      report({ at: child.namePlace, args: { page: nodeLabel(page), node: nodeLabel(child) } });
    }
  }
});
