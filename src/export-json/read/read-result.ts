import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Journey, Model } from "../../model/model.js";
import type { JsonOrigin } from "../../model/origin.js";

export interface ReadOptions {
  /** Which realm's journey is meant where several realms have one of the same name. Without it, the first. */
  readonly realm?: string;
  /**
   * Nodes need no names that a text could use: where all of a journey's nodes have labels, which is what messages show, ids
   * stand in. Choosing names is a fifth of reading.
   */
  readonly withoutNames?: boolean;
}

/** A journey that was read from JSON. What the model cannot say of it is found by comparing (`src/export-json/residue.ts`). */
export interface ReadJourney extends Journey {
  readonly origin: JsonOrigin;
}

export interface ReadModel extends Model {
  readonly journeys: readonly ReadJourney[];
}

/** What every reader returns: total, with diagnostics in place of exceptions. */
export interface ReadResult {
  readonly model: ReadModel;
  readonly diagnostics: readonly Diagnostic[];
}
