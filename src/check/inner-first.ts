import type { JourneyFacts } from "./journey-facts.js";

/**
 * Computes a value for a journey after computing the same for the journeys that it runs, each once and without
 * recursion. Where journeys run each other in a circle, one of them is computed without the value of the next.
 */
export function innerFirst<Value>(
  outer: JourneyFacts,
  known: (facts: JourneyFacts) => Value | undefined,
  workOut: (facts: JourneyFacts) => Value,
): Value {
  const before = known(outer);
  if (before !== undefined) return before;
  const open = [outer];
  const begun = new Set<JourneyFacts>();
  for (let top = outer; ; top = open.at(-1) ?? outer) {
    if (known(top) === undefined && !begun.has(top)) {
      begun.add(top);
      for (const { inner } of top.calls) {
        const journey = top.model.journeyById(inner);
        const next = journey && top.model.factsOf(journey);
        if (next && known(next) === undefined && !begun.has(next)) open.push(next);
      }
      continue;
    }
    open.pop();
    const value = known(top) ?? workOut(top);
    if (open.length === 0) return value;
  }
}
