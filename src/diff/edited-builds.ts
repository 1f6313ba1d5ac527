import type { ReadJourney } from "../export-json/read/read-result.js";
import { journeyExport } from "../export-json/write/write-export.js";
import type { Journey, Model } from "../model/model.js";
import { isSameJson } from "../text/merge-patch.js";

/** A version of a project: its journeys, and the exports that lie beside a text of the same journey. */
export interface VersionWithBuilds {
  readonly model: Model;
  readonly builds: readonly ReadJourney[];
}

/**
 * The two models with exports in the place of texts where the export alone has changed: somebody has edited it by hand, or taken it
 * from a tenant. Other exports say what their texts say.
 */
export function withEditedBuilds(before: VersionWithBuilds, after: VersionWithBuilds): readonly [Model, Model] {
  const old = new Map<string, Journey>();
  const current = new Map<string, Journey>();
  const earlierBuilds = new Map(before.builds.map((build) => [keyOf(build), build]));
  const edited = after.builds.filter((build) => {
    const earlier = earlierBuilds.get(keyOf(build));
    return earlier && !isSameJson(earlier.origin.document.json, build.origin.document.json);
  });
  if (edited.length === 0) return [before.model, after.model];
  const [then, now] = [journeysById(before.model), journeysById(after.model)];
  for (const build of edited) {
    const [text, newText] = [then.get(build.id), now.get(build.id)];
    if (!text || !newText || !isSameJson(journeyExport(text), journeyExport(newText))) continue;
    old.set(build.id, earlierBuilds.get(keyOf(build)) ?? text);
    current.set(build.id, build);
  }
  return [replaced(before.model, old), replaced(after.model, current)];
}

function keyOf({ id, place }: Journey): string {
  return JSON.stringify([place.source.path, id]);
}

function journeysById({ journeys }: Model): ReadonlyMap<string, Journey> {
  return new Map(journeys.map((journey) => [journey.id, journey]));
}

function replaced(model: Model, journeys: ReadonlyMap<string, Journey>): Model {
  return { ...model, journeys: model.journeys.map((journey) => journeys.get(journey.id) ?? journey) };
}
