import type { Place } from "../diagnostics/diagnostic.js";
import { vertexOfTarget } from "../model/graph.js";
import { reachableFrom } from "../model/graph-reachability.js";
import { outcomeUse } from "./certain-outcomes.js";
import type { JourneyFacts } from "./journey-facts.js";

const none: readonly Place[] = [];

/**
 * Tells of a vertex where the arrows before it stand whose outcome their node does not have: with the outcome that is meant, another state
 * may come there. What is said of that state rests on what is said of these arrows.
 */
export function staleArrows(facts: JourneyFacts): (vertex: number) => readonly Place[] {
  const places: Place[] = [];
  const targets: number[] = [];
  for (const node of facts.nodes) {
    const { open, stale } = outcomeUse(node, facts);
    for (const { target, place } of stale) {
      const to = vertexOfTarget(facts.graph, target);
      if (to === undefined) continue;
      targets.push(to);
      places.push(place);
    }
    // Outcomes that are open beside such an arrow are told at the node.
    if (stale.length > 0 && open.length > 0) places.push(node.namePlace);
  }
  if (targets.length === 0) return () => none;
  const behind = reachableFrom(facts.graph, targets);
  return (vertex) => (behind.has(vertex) ? places : none);
}
