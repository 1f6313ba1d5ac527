import type { Place } from "../../diagnostics/diagnostic.js";
import type { Journey, JourneyNode, Model } from "../../model/model.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import { modelRule } from "../rule.js";

/** A node that lacks its journey, or is of an unknown type and names this one, has a finding of its own. */
function mayCall({ type, typeId, properties }: JourneyNode, { id, name }: Journey): boolean {
  if (typeId === innerJourneyTypeId) return !properties.has("tree");
  return (
    type === undefined &&
    (typeId === id || typeId === name || [...properties.values()].some(({ value }) => value === id))
  );
}

/** Reports journeys that can only run inside others, where others are checked with them and none runs them. */
export const unusedInnerJourney = modelRule("unused-inner-journey", "may-overreport", (model, report, facts) => {
  if (model.journeys.every((journey) => journey.settings.get("innerTreeOnly")?.value === true)) return;
  // A misspelt call is reported where it stands.
  const calls = model.journeys.flatMap((journey) => facts.callsOf(journey));
  const unknown = new Set(calls.map(({ inner }) => inner).filter((inner) => facts.journeyById(inner) === undefined));
  const meant = new Set([...unknown].map((inner) => facts.nearestJourney(inner)));
  for (const journey of model.journeys) {
    const setting = journey.settings.get("innerTreeOnly");
    if (setting?.value !== true || facts.isCalled(journey) || meant.has(journey.id)) continue;
    if (model.journeys.some(({ nodes }) => nodes.some((node) => mayCall(node, journey)))) continue;
    const at = setting.explicit ? setting.place : journey.place;
    report({ at, args: { journey: journey.id }, restsOn: facts.onlyUnusedInner() === journey ? selfCalls(model) : [] });
  }
});

/** A journey that runs itself may be meant to run another one. */
function selfCalls({ journeys }: Model): readonly Place[] {
  return journeys.flatMap(({ id, nodes }) =>
    nodes.flatMap(({ properties }) => {
      const tree = properties.get("tree");
      return tree?.value === id ? [tree.place] : [];
    }),
  );
}
