import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Journey, Model } from "../../model/model.js";
import type { JsonOrigin } from "../../model/origin.js";

export interface ReadOptions {
  /** The realm whose journeys are read; those that are known to belong to another one are left out. */
  readonly realm?: string;
  /** Where no realm is wanted: the journeys of one realm alone are read, of this one if it has any, or else of the first. */
  readonly usualRealm?: string;
  /** The realm that the path of a file names; it counts for journeys that name none themselves. */
  readonly realmOfPath?: string | undefined;
  /** The ids of journeys that are left out without a word. */
  readonly passesOver?: (id: string) => boolean;
  /** The folder that the paths of a folder's files are relative to: a realm may be named above them. */
  readonly pathsFrom?: string;
  /** The folder itself, as messages show it. */
  readonly folder?: string;
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
