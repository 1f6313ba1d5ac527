import type { Json } from "../text/json.js";
import { propertiesByName } from "./known-properties.js";
import type { Journey } from "./model.js";
import { allNodes } from "./used-resources.js";

/** The ids of the journeys that a journey runs as inner journeys. Ids that are not plain texts are left out. */
export function* innerJourneyIds(journey: Journey): Iterable<string> {
  for (const value of innerJourneyValues(journey)) if (typeof value === "string") yield value;
}

/** Whether a node that runs an inner journey does not say which, or not in a way that can be read. */
export function namesNoInnerJourney(journey: Journey): boolean {
  for (const value of innerJourneyValues(journey)) if (typeof value !== "string") return true;
  return false;
}

function* innerJourneyValues(journey: Journey): Iterable<Json | undefined> {
  for (const node of allNodes(journey.nodes)) {
    for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
      if (property.reference?.kind === "tree") yield node.properties.get(property.name)?.value;
    }
  }
}
