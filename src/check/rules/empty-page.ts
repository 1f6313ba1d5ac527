import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports pages without nodes. A page of an export whose settings are missing is left to `missing-body`. */
export const emptyPage = journeyRule("empty-page", "proves", (facts, report) => {
  const { document } = facts;
  for (const page of facts.reachedPages) {
    if (page.children.length > 0 || !document.isEmptyPage(page.id)) continue;
    report({ at: page.namePlace, args: { page: nodeLabel(page) } });
  }
});
