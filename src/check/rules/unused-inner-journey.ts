import { modelRule } from "../rule.js";

/** Reports journeys that can only run inside others, where others are checked with them and none runs them. */
export const unusedInnerJourney = modelRule("unused-inner-journey", "may-overreport", (model, report, facts) => {
  if (model.journeys.every((journey) => journey.settings.get("innerTreeOnly")?.value === true)) return;
  for (const journey of model.journeys) {
    const setting = journey.settings.get("innerTreeOnly");
    if (setting?.value !== true || facts.isCalled(journey)) continue;
    report({ at: setting.explicit ? setting.place : journey.place, args: { journey: journey.id } });
  }
});
