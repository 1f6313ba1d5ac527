import type { Journey } from "../model/model.js";
import type { ReadProject } from "./language-project.js";

/** The journeys of one document, in its order. */
export interface DocumentJourneys {
  readonly read: ReadProject;
  readonly journeys: readonly [Journey, ...Journey[]];
}

/** The journey around an offset, or that of the scenario there; without an offset, or before all of them, the first one. */
export function documentJourneyAt({ read, journeys }: DocumentJourneys, offset: number | undefined): Journey {
  const [first, ...others] = journeys;
  if (offset === undefined) return first;
  const { path } = first.place.source;
  const { model } = read.model;
  const scenario = model.scenarios.find(
    ({ place, extent }) => place.source.path === path && extent.start <= offset && offset <= extent.end,
  );
  const tested = model.journeys.find(({ id }) => id === scenario?.journey);
  if (tested !== undefined) return tested;
  return others.findLast(({ place }) => lineStart(place) <= offset) ?? first;
}

/** The next journey begins with the line of its name. */
function lineStart({ source, range }: Journey["place"]): number {
  return source.lineStart(source.positionAt(range.start).line);
}

/** The part of a document that belongs to a journey: up to the next one. */
export function extentOf(
  journey: Journey,
  { journeys }: DocumentJourneys,
): { readonly start: number; readonly end: number } {
  const at = journeys.indexOf(journey);
  const next = journeys[at + 1];
  return {
    start: at <= 0 ? 0 : lineStart(journey.place),
    end: next === undefined ? journey.place.source.text.length : lineStart(next.place),
  };
}
