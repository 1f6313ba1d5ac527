import { journeyRule } from "../rule.js";

/** Reports node ids of an export that occur on two pages, twice on one page, or on a page and in the journey itself. */
export const sharedNode = journeyRule("shared-node", "proves", (facts, report) => {
  for (const { id, place } of facts.exported?.repeatedNodes() ?? []) report({ at: place, args: { id } });
});
