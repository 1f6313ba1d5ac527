import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { JourneyGraph } from "../model/graph.js";
import type { Journey, Model } from "../model/model.js";
import type { JsonObject } from "../text/json.js";

/**
 * How far a rule can be trusted. `proves`: reports exactly the journeys that have the fault. `may-miss`: every report is
 * true, some faults stay unseen. `may-overreport`: no fault stays unseen, a report may be harmless.
 */
export type Soundness = "proves" | "may-miss" | "may-overreport";

/** What a rule is given: the model, and facts about it that are computed once and only when a rule asks. */
export interface ModelFacts {
  readonly model: Model;
  /** The journey with this platform id, if it is among those checked. */
  journeyById(id: string): Journey | undefined;
  /** Ids of inner journeys that are known to live elsewhere (configuration `journeys.external`). */
  readonly externalJourneys: ReadonlySet<string>;
  graphOf(journey: Journey): JourneyGraph;
  /** The vertices that some path from `start` visits, `start` included. */
  reachedIn(journey: Journey): ReadonlySet<number>;
  /** Whether parts of the journey's text could not be understood, so that nodes or connections may be missing here. */
  isIncomplete(journey: Journey): boolean;
  /** The object that a journey was read from, where the whole export lies in one file. */
  originalOf(journey: Journey): JsonObject | undefined;
}

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
      readonly check: (journey: Journey, report: Report<C>, facts: ModelFacts) => void;
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
  check: (journey: Journey, report: Report<C>, facts: ModelFacts) => void,
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
