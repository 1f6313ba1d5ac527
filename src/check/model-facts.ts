import { createGraph, type JourneyGraph } from "../model/graph.js";
import { reachableFrom } from "../model/graph-reachability.js";
import type { Journey, Model } from "../model/model.js";
import type { CheckOptions } from "./check.js";
import type { ModelFacts } from "./rule.js";

/** The facts of a model; each is computed when a rule first asks for it, and kept. */
export function factsOf(model: Model, options: CheckOptions): ModelFacts {
  const byId = new Map<string, Journey>();
  for (const journey of model.journeys) if (!byId.has(journey.id)) byId.set(journey.id, journey);
  const graphOf = remembered((journey: Journey): JourneyGraph => createGraph(journey));
  return {
    model,
    externalJourneys: options.externalJourneys ?? new Set(),
    journeyById: (id) => byId.get(id),
    graphOf,
    reachedIn: remembered((journey) => {
      const graph = graphOf(journey);
      return reachableFrom(graph, graph.start);
    }),
    isIncomplete: (journey) => options.incomplete?.has(journey) ?? false,
    originalOf: (journey) => options.originals?.get(journey),
  };
}

function remembered<Value>(compute: (journey: Journey) => Value): (journey: Journey) => Value {
  const known = new Map<Journey, Value>();
  return (journey) => {
    let value = known.get(journey);
    if (value === undefined) {
      value = compute(journey);
      known.set(journey, value);
    }
    return value;
  };
}
