import type { JourneyNode } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";

/** Whether an export that holds the settings of nodes lacks those of this one. */
export function lacksBody(node: JourneyNode, { journey, exported }: JourneyFacts): boolean {
  return exported !== undefined && (journey.exportOptions.bodies ?? true) === true && !exported.hasBody(node.id);
}
