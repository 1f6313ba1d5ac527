import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import type { ModelFacts } from "./model-facts.js";

/**
 * How far a rule's findings can be trusted. `proves`: it reports exactly the journeys with the fault. `may-miss`: each
 * finding is true, but some faults are not found. `may-overreport`: each fault is found, but a finding may be harmless.
 */
export type Soundness = "proves" | "may-miss" | "may-overreport";

export interface Finding<C extends Code> extends DiagnosticExtras {
  readonly at: Place;
  readonly args: ArgumentsOf<C>;
}

export type Report<C extends Code> = (finding: Finding<C>) => void;

/**
 * A check that has a code of its own. A `journey` rule looks at one journey at a time, a `model` rule at all of them
 * together. A `journey` rule skips incomplete journeys, unless it declares that missing parts cannot mislead it.
 */
export type Rule<C extends Code = Code> =
  | {
      readonly code: C;
      readonly soundness: Soundness;
      readonly scope: "journey";
      readonly evenIfIncomplete: boolean;
      readonly check: (facts: JourneyFacts, report: Report<C>) => void;
    }
  | {
      readonly code: C;
      readonly soundness: Soundness;
      readonly scope: "model";
      readonly check: (model: Model, report: Report<C>, facts: ModelFacts) => void;
    };

/** Declares a rule that looks at one journey at a time. */
export function journeyRule<C extends Code>(
  code: C,
  soundness: Soundness,
  check: (facts: JourneyFacts, report: Report<C>) => void,
  { evenIfIncomplete = false }: { readonly evenIfIncomplete?: boolean } = {},
): Rule<C> {
  return { code, soundness, scope: "journey", evenIfIncomplete, check };
}

/** Declares a rule that looks at all journeys together. It must handle incomplete journeys itself. */
export function modelRule<C extends Code>(
  code: C,
  soundness: Soundness,
  check: (model: Model, report: Report<C>, facts: ModelFacts) => void,
): Rule<C> {
  return { code, soundness, scope: "model", check };
}
