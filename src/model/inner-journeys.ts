import type { Json } from "../text/json.js";
import { propertiesByName } from "./known-properties.js";
import type { Journey, JourneyNode } from "./model.js";
import { innerJourneyTypeId } from "./pages.js";
import { allNodes } from "./used-resources.js";

/** The id of the journey that a node runs as an inner journey; `undefined` for any other node, and where the id is no plain text. */
export function innerJourneyOf({ typeId, properties }: JourneyNode): string | undefined {
  const id = typeId === innerJourneyTypeId ? properties.get("tree")?.value : undefined;
  return typeof id === "string" ? id : undefined;
}

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
