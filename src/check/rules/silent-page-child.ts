import { nodeLabel } from "../describe-node.js";
import { asksNothing } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** Reports nodes on a page whose type never sends anything to the client. */
export const silentPageChild = journeyRule("silent-page-child", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    for (const child of page.children) {
      if (child.type?.allowedInPage !== "noCallbacks" || !asksNothing(child)) continue;
      report({ at: child.typePlace, args: { node: nodeLabel(child), type: child.typeId } });
    }
  }
});
