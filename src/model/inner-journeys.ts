import { propertiesByName } from "./known-properties.js";
import type { Journey } from "./model.js";
import { allNodes } from "./used-resources.js";

/** The ids of the journeys that a journey runs as inner journeys. Ids that are not plain texts are left out. */
export function* innerJourneyIds(journey: Journey): Iterable<string> {
  for (const node of allNodes(journey.nodes)) {
    for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
      if (property.reference?.kind !== "tree") continue;
      const value = node.properties.get(property.name)?.value;
      if (typeof value === "string") yield value;
    }
  }
}
