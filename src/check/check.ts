import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { createGraph, type JourneyGraph } from "../model/graph.js";
import type { Journey, Model } from "../model/model.js";
import type { ModelFacts, Rule } from "./rule.js";

export interface CheckOptions {
  readonly externalJourneys?: ReadonlySet<string>;
}

/** Runs the rules over a model. The findings come in the order of the rules, then of the model. */
export function check(model: Model, rules: readonly Rule[], options: CheckOptions = {}): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const facts = factsOf(model, options);
  for (const rule of rules) {
    const report: Parameters<typeof rule.check>[1] = ({ at, args, ...extras }) => {
      diagnostics.push(createDiagnostic(rule.code, at, args, extras));
    };
    if (rule.scope === "model") rule.check(model, report, facts);
    else for (const journey of model.journeys) rule.check(journey, report, facts);
  }
  return diagnostics;
}

function factsOf(model: Model, options: CheckOptions): ModelFacts {
  const byId = new Map<string, Journey>();
  for (const journey of model.journeys) if (!byId.has(journey.id)) byId.set(journey.id, journey);
  const graphs = new Map<Journey, JourneyGraph>();
  return {
    model,
    externalJourneys: options.externalJourneys ?? new Set(),
    journeyById: (id) => byId.get(id),
    graphOf(journey) {
      let graph = graphs.get(journey);
      if (!graph) {
        graph = createGraph(journey);
        graphs.set(journey, graph);
      }
      return graph;
    },
  };
}
