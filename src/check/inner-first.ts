import type { Journey } from "../model/model.js";
import { innerCalls } from "./inner-calls.js";
import type { ModelFacts } from "./rule.js";

/**
 * Works out something about a journey after the same about the journeys that it runs, each once, without recursion. Of
 * journeys that run each other in a circle, one has to do without.
 */
export function innerFirst<Value>(
  journey: Journey,
  facts: ModelFacts,
  known: Map<Journey, Value>,
  workOut: (journey: Journey) => Value,
): Value {
  const open = [journey];
  const begun = new Set<Journey>();
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (!known.has(top) && !begun.has(top)) {
      begun.add(top);
      for (const { inner } of innerCalls(top)) {
        const next = facts.journeyById(inner);
        if (next && !known.has(next) && !begun.has(next)) open.push(next);
      }
      continue;
    }
    open.pop();
    if (!known.has(top)) known.set(top, workOut(top));
  }
  const found = known.get(journey);
  return found === undefined ? workOut(journey) : found;
}
