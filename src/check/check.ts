import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, Model } from "../model/model.js";
import { type CheckOptions, ModelFacts } from "./model-facts.js";
import type { Report, Rule } from "./rule.js";

/** How rules are run over a model. */
export interface RunOptions extends CheckOptions {
  /** The journeys that somebody asks about: of the others, only what they show together with these is told. Default: all. */
  readonly only?: readonly Journey[];
}

/**
 * Runs the rules over a model. All rules run over one journey before the next, so that the facts about a journey need
 * not be kept. Findings are returned in the order of the rules, and then in that of the model.
 */
export function check(
  model: Model,
  rules: readonly Rule[],
  { only, ...options }: RunOptions = {},
): readonly Diagnostic[] {
  const facts = new ModelFacts(model, options);
  const found: Diagnostic[][] = rules.map(() => []);
  const reports = rules.map(
    ({ code }, index): Report<typeof code> =>
      ({ at, args, ...extras }) => {
        found[index]?.push(createDiagnostic(code, at, args, extras));
      },
  );
  for (const journey of only ?? model.journeys) {
    const own = facts.factsOf(journey);
    const { isIncomplete } = own;
    rules.forEach((rule, index) => {
      if (rule.scope !== "journey" || (isIncomplete && !rule.evenIfIncomplete)) return;
      rule.check(own, reports[index] as Report<typeof rule.code>);
    });
    facts.forget(journey);
  }
  rules.forEach((rule, index) => {
    if (rule.scope === "model") rule.check(model, reports[index] as Report<typeof rule.code>, facts);
  });
  return found.flat();
}
