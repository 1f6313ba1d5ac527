import { innerCalls } from "../inner-calls.js";
import { modelRule } from "../rule.js";

/** Reports journeys that can only run inside others, where others are checked with them and none runs them. */
export const unusedInnerJourney = modelRule("unused-inner-journey", "may-overreport", (model, report) => {
  if (model.journeys.every((journey) => journey.settings.get("innerTreeOnly")?.value === true)) return;
  const used = new Set<string>();
  for (const journey of model.journeys) for (const { inner } of innerCalls(journey)) used.add(inner);
  for (const journey of model.journeys) {
    const setting = journey.settings.get("innerTreeOnly");
    if (setting?.value !== true || used.has(journey.id)) continue;
    report({ at: setting.explicit ? setting.place : journey.place, args: { journey: journey.id } });
  }
});
