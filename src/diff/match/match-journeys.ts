import type { Journey, Model } from "../../model/model.js";
import { Pairs, pairInOrder, pairUnique } from "./pairs.js";

/**
 * Matches the journeys of two models: by id, by name, and by the majority of their nodes. Where each model has a single
 * journey, the two are matched as renamed.
 */
export function matchJourneys(before: Model, after: Model): Pairs<Journey> {
  const pairs = new Pairs<Journey>();
  pairInOrder(pairs, before.journeys, after.journeys, ({ id }) => id);
  pairUnique(pairs, before.journeys, after.journeys, ({ name }) => name);
  pairByNodes(pairs, before, after);
  const left = before.journeys.filter(pairs.isFreeBefore);
  const right = after.journeys.filter(pairs.isFreeAfter);
  if (before.journeys.length === 1 && after.journeys.length === 1 && left[0] && right[0]) pairs.pair(left[0], right[0]);
  return pairs;
}

function pairByNodes(pairs: Pairs<Journey>, before: Model, after: Model): void {
  const ownerOf = new Map<string, Journey>();
  for (const journey of after.journeys.filter(pairs.isFreeAfter)) {
    for (const node of journey.nodes) ownerOf.set(node.id, journey);
  }
  if (ownerOf.size === 0) return;
  for (const journey of before.journeys.filter(pairs.isFreeBefore)) {
    const shared = new Map<Journey, number>();
    for (const node of journey.nodes) {
      const owner = ownerOf.get(node.id);
      if (owner !== undefined) shared.set(owner, (shared.get(owner) ?? 0) + 1);
    }
    for (const [owner, count] of shared) if (count * 2 > journey.nodes.length) pairs.pair(journey, owner);
  }
}
