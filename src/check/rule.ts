import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { JourneyNode, Model } from "../model/model.js";
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

/** What a node shows by itself: a finding, or something of which its journey decides whether it is one. */
export type FoundInNode<C extends Code> = Finding<C> | ((facts: JourneyFacts) => Finding<C> | undefined);

/**
 * A check that has a code of its own. A `node` rule looks at one node at a time, a `journey` rule at one journey, a `model` rule at all of them
 * together. The first two skip incomplete journeys, unless they declare that missing parts cannot mislead them.
 */
export type Rule<C extends Code = Code> =
  | {
      readonly code: C;
      readonly soundness: Soundness;
      readonly scope: "node";
      readonly evenIfIncomplete: boolean;
      readonly search: (node: JourneyNode) => readonly FoundInNode<C>[];
      /** Looks at the settings and scripts of the journey as well. */
      readonly besides: ((facts: JourneyFacts, report: Report<C>) => void) | undefined;
    }
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

/**
 * Declares a rule that looks at nodes. `search` goes by nothing but the node itself: where it finds nothing, there is nothing as long as the node is the
 * same object. What depends on more is decided afterwards, of what was found.
 */
export function nodeRule<C extends Code>(
  code: C,
  soundness: Soundness,
  search: (node: JourneyNode) => readonly FoundInNode<C>[],
  {
    besides,
    evenIfIncomplete = false,
  }: {
    readonly besides?: (facts: JourneyFacts, report: Report<C>) => void;
    readonly evenIfIncomplete?: boolean;
  } = {},
): Rule<C> {
  return { code, soundness, scope: "node", evenIfIncomplete, search, besides };
}

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
