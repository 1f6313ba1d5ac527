import type { JourneyNode } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import { isTreeAlone } from "./tree-alone.js";

/** Whether an export that holds the settings of nodes lacks those of this one. */
export function lacksBody(node: JourneyNode, { journey, exported }: JourneyFacts): boolean {
  return exported !== undefined && !isTreeAlone(journey) && !exported.hasBody(node.id);
}
