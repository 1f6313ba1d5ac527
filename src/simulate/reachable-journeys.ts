import { innerJourneyIds } from "../model/inner-journeys.js";
import type { Journey, Model } from "../model/model.js";

/** The journey itself and all that may run inside it, nearest first; those that are not at hand are left out. */
export function reachableJourneys(journey: Journey, model: Model): readonly Journey[] {
  const byId = new Map(model.journeys.map((each) => [each.id, each]));
  const reached = new Set([journey]);
  // The set grows while it is walked.
  for (const each of reached) {
    for (const id of innerJourneyIds(each)) {
      const inner = byId.get(id);
      if (inner) reached.add(inner);
    }
  }
  return [...reached];
}
