import { journeyRule } from "../rule.js";

/** Reports settings in an export that belong to no node of the journey or of its pages. */
export const orphanBody = journeyRule("orphan-body", "proves", (facts, report) => {
  for (const { id, typeId, place } of facts.exported?.strayBodies() ?? []) {
    report({ at: place, args: { type: typeId ?? "a node", id } });
  }
});
