import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Journey, Model } from "../../model/model.js";
import type { JsonOrigin } from "../../model/origin.js";

export interface ReadOptions {
  /** The realm whose journey is taken where several realms have one of the same name; otherwise the first is. */
  readonly realm?: string;
  /**
   * Nodes get their ids as names where all have labels, which are what messages show. Choosing names takes a fifth of
   * the time of reading.
   */
  readonly withoutNames?: boolean;
}

/** A journey that was read from JSON. `withResidue` finds the parts of the JSON that the model cannot express. */
export interface ReadJourney extends Journey {
  readonly origin: JsonOrigin;
}

export interface ReadModel extends Model {
  readonly journeys: readonly ReadJourney[];
}

/** The journeys that a reader found, and the problems. A reader never throws for wrong input. */
export interface ReadResult {
  readonly model: ReadModel;
  readonly diagnostics: readonly Diagnostic[];
}
