import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Journey, Model } from "../model/model.js";
import { reachableJourneys } from "../model/reachable-journeys.js";

/** The journeys with these ids, and the inner journeys that may run in them. */
export function journeysThatRun(ids: Iterable<string | undefined>, { journeys }: Model): readonly Journey[] {
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const running = new Set<Journey>();
  for (const id of ids) {
    const journey = id === undefined ? undefined : byId.get(id);
    if (journey === undefined || running.has(journey)) continue;
    for (const each of reachableJourneys(journey, (inner) => byId.get(inner)).journeys) running.add(each);
  }
  return [...running];
}

/** The errors in the files of these parts: what stands there cannot run. The rest of a project may be half typed. */
export function errorsBeside(
  parts: readonly { readonly place: Place }[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const paths = new Set(parts.map(({ place }) => place.source.path));
  return diagnostics.filter(({ severity, place }) => severity === "error" && paths.has(place.source.path));
}
