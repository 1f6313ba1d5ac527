import type { Journey } from "../../model/model.js";
import { modelRule } from "../rule.js";

/**
 * Reports journeys with the same id as another one. In text the binder refuses them, but files given one by one may
 * clash.
 */
export const clashingJourney = modelRule("clashing-journey", "proves", (model, report) => {
  const first = new Map<string, Journey>();
  for (const journey of model.journeys) {
    const holder = first.get(journey.id);
    if (holder === undefined) first.set(journey.id, journey);
    else {
      const related = [{ place: holder.place, message: "The other one is here" }];
      report({ at: journey.place, args: { journey: journey.id }, related });
    }
  }
});
