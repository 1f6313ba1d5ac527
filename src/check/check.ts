import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, Model } from "../model/model.js";
import type { JsonObject } from "../text/json.js";
import { factsOf } from "./model-facts.js";
import type { Rule } from "./rule.js";

export interface CheckOptions {
  readonly externalJourneys?: ReadonlySet<string>;
  /** Journeys whose text could not be understood in full. */
  readonly incomplete?: ReadonlySet<Journey>;
  /** What journeys were read from, where that is one object of one file. */
  readonly originals?: ReadonlyMap<Journey, JsonObject>;
}

/** Runs the rules over a model. The findings come in the order of the rules, then of the model. */
export function check(model: Model, rules: readonly Rule[], options: CheckOptions = {}): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const facts = factsOf(model, options);
  for (const rule of rules) {
    const report: Parameters<typeof rule.check>[1] = ({ at, args, ...extras }) => {
      diagnostics.push(createDiagnostic(rule.code, at, args, extras));
    };
    if (rule.scope === "model") {
      rule.check(model, report, facts);
      continue;
    }
    for (const journey of model.journeys) {
      if (rule.evenIfIncomplete || !facts.isIncomplete(journey)) rule.check(journey, report, facts);
    }
  }
  return diagnostics;
}
