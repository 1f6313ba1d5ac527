import { nodeLabel } from "../describe-node.js";
import { asksNothing } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** Reports nodes on a page whose type never sends anything to the client. */
export const silentPageChild = journeyRule("silent-page-child", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    for (const child of page.children) {
      if (child.type?.allowedInPage !== "noCallbacks" || !asksNothing(child)) continue;
      // What decides where the page leads needs the answers, and has the page's arrows.
      const help =
        child.outcomes.length > 1
          ? {
              help: `Move it out of the page with the page's arrows, and write \`-> ${child.name}\` in \`${page.name}\`.`,
            }
          : {};
      report({ at: child.typePlace, args: { node: nodeLabel(child), type: child.typeId }, ...help });
    }
  }
});
