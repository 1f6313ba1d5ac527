import { ExistingFolder } from "./existing-folder.js";
import type { PlacedJourney } from "./frconfig-names.js";

/** A journey that a folder holds and nobody writes any more. */
export interface GoneJourney {
  readonly id: string;
  /** Its folder, with a slash at the end. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** The journeys that a folder holds for the realms of those that are written, and that are not among them. */
export function goneJourneys(
  placed: readonly Pick<PlacedJourney, "journey" | "realm">[],
  files: ReadonlyMap<string, string>,
): readonly GoneJourney[] {
  const existing = new ExistingFolder(files);
  const written = new Map<string, Set<string>>();
  for (const { journey, realm } of placed) written.set(realm, (written.get(realm) ?? new Set()).add(journey.id));
  return existing.journeys
    .filter(({ realm, id }) => written.get(realm)?.has(id) === false)
    .map((journey) => ({ id: journey.id, folder: journey.folder, files: existing.filesOf(journey.folder) }))
    .sort((left, right) => (left.folder < right.folder ? -1 : 1));
}
