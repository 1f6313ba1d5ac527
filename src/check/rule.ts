import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import type { ModelFacts } from "./model-facts.js";

/**
 * How far a rule can be trusted. `proves`: reports exactly the journeys that have the fault. `may-miss`: every report is
 * true, some faults stay unseen. `may-overreport`: no fault stays unseen, a report may be harmless.
 */
export type Soundness = "proves" | "may-miss" | "may-overreport";

export interface Finding<C extends Code> extends DiagnosticExtras {
  readonly at: Place;
  readonly args: ArgumentsOf<C>;
}

export type Report<C extends Code> = (finding: Finding<C>) => void;

/**
 * A check with a code of its own. It looks at one journey at a time, or, as a `model` rule, at all of them together. A
 * journey that is incomplete is passed over, unless the rule says that what is missing cannot mislead it.
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

/** Declares a rule over single journeys. */
export function journeyRule<C extends Code>(
  code: C,
  soundness: Soundness,
  check: (facts: JourneyFacts, report: Report<C>) => void,
  { evenIfIncomplete = false }: { readonly evenIfIncomplete?: boolean } = {},
): Rule<C> {
  return { code, soundness, scope: "journey", evenIfIncomplete, check };
}

/** Declares a rule over all journeys together; it must ask itself what an incomplete journey allows to say. */
export function modelRule<C extends Code>(
  code: C,
  soundness: Soundness,
  check: (model: Model, report: Report<C>, facts: ModelFacts) => void,
): Rule<C> {
  return { code, soundness, scope: "model", check };
}
