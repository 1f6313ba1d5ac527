import { findInnerCalls } from "../check/inner-calls.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey } from "../model/model.js";
import type { ReadProject } from "./language-project.js";
import { journeyWithId } from "./names/find-named.js";

/** A journey with the folder that the path of its text is relative to. */
export interface JourneyInFolder {
  readonly journey: Journey;
  readonly folder: string;
}

/** A journey that calls, or is called, and the places of the calls in the text of the one that calls. */
export interface JourneyCalls extends JourneyInFolder {
  readonly places: readonly Place[];
}

export function findJourney(id: string, projects: readonly ReadProject[]): JourneyInFolder | undefined {
  const journey = journeyWithId(id, projects);
  const project = projects.find(({ model }) => journey !== undefined && model.model.journeys.includes(journey));
  return journey && project && { journey, folder: project.folder };
}

/** The journeys that call one. */
export function incomingCalls(id: string, projects: readonly ReadProject[]): readonly JourneyCalls[] {
  return projects.flatMap(({ model, folder }) =>
    model.model.journeys.flatMap((journey) => {
      const places = findInnerCalls(journey)
        .filter(({ inner }) => inner === id)
        .map(({ setting }) => setting.place);
      return places.length === 0 ? [] : [{ journey, folder, places }];
    }),
  );
}

/** The journeys that one calls, as far as they are at hand. */
export function outgoingCalls(id: string, projects: readonly ReadProject[]): readonly JourneyCalls[] {
  const from = journeyWithId(id, projects);
  const byId = new Map<string, Place[]>();
  for (const { inner, setting } of from === undefined ? [] : findInnerCalls(from)) {
    byId.set(inner, [...(byId.get(inner) ?? []), setting.place]);
  }
  return [...byId].flatMap(([inner, places]) => {
    const found = findJourney(inner, projects);
    return found === undefined ? [] : [{ ...found, places }];
  });
}
