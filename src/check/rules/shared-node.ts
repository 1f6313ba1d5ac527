import { journeyRule } from "../rule.js";

/** Reports node ids of an export that stand on two pages, twice on one, or both on a page and in the journey itself. */
export const sharedNode = journeyRule("shared-node", "proves", (facts, report) => {
  for (const { id, place } of facts.exported?.repeatedNodes() ?? []) report({ at: place, args: { id } });
});
