import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../model/model.js";
import type { JsonObject } from "../../text/json.js";

export interface ReadOptions {
  /** Which realm's journey is meant where several realms have one of the same name. Without it, the first. */
  readonly realm?: string;
  /**
   * Nodes need no names that a text could use: where all of a journey's nodes have labels, which is what messages show, ids
   * stand in. Choosing names is a fifth of reading.
   */
  readonly withoutNames?: boolean;
}

/** What every reader returns: total, with diagnostics in place of exceptions. */
export interface ReadResult {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The journey exports as found, parallel to `model.journeys`: one object each with `tree`, `nodes`, `innerNodes` and
   * so on. What the model cannot say of them is found by comparing (`src/export-json/residue.ts`).
   */
  readonly originals: readonly JsonObject[];
}
