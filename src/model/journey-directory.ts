import type { Journey } from "./model.js";

/** Finds journeys by name and id, for scenarios. */
export interface JourneyDirectory {
  byName(name: string): Journey | undefined;
  byId(id: string): Journey | undefined;
  /** The names of the journeys in texts, for suggestions. */
  namesInTexts(): Iterable<string>;
  /** Whether a journey has this name or id, though it cannot be looked at any more. */
  isElsewhere(nameOrId: string): boolean;
}

/** Makes a directory of journeys in memory. Those from texts come before `others` of the same name or id. */
export function journeyDirectory(fromTexts: readonly Journey[], others: readonly Journey[]): JourneyDirectory {
  const byName = new Map<string, Journey>();
  const byId = new Map<string, Journey>();
  for (const journey of [...fromTexts, ...others]) {
    if (!byName.has(journey.name)) byName.set(journey.name, journey);
    if (!byId.has(journey.id)) byId.set(journey.id, journey);
  }
  return {
    byName: (name) => byName.get(name),
    byId: (id) => byId.get(id),
    namesInTexts: () => fromTexts.map(({ name }) => name),
    isElsewhere: () => false,
  };
}
