import { innerJourneyIds, namesNoInnerJourney } from "./inner-journeys.js";
import type { Journey } from "./model.js";

/** A journey with the inner journeys that may run in it. */
export interface ReachableJourneys {
  /** The journey itself, then its inner journeys, those with the fewest levels between them first. */
  readonly journeys: readonly Journey[];
  /** Whether all inner journeys were found. */
  readonly isComplete: boolean;
}

/** Finds the inner journeys of a journey, and theirs. */
export function reachableJourneys(
  journey: Journey,
  findJourney: (id: string) => Journey | undefined,
): ReachableJourneys {
  const reached = new Set([journey]);
  let isComplete = true;
  // The iteration also visits the journeys that it has added.
  for (const each of reached) {
    if (namesNoInnerJourney(each) || hasUnknownType(each)) isComplete = false;
    for (const id of innerJourneyIds(each)) {
      const inner = findJourney(id);
      if (inner) reached.add(inner);
      else isComplete = false;
    }
  }
  return { journeys: [...reached], isComplete };
}

/** Whether a node has a type that nothing knows and names a journey, as one that runs an inner journey does. */
function hasUnknownType({ nodes }: Journey): boolean {
  return nodes.some(({ type, properties }) => type === undefined && (properties.size === 0 || properties.has("tree")));
}
