import type { Place } from "../diagnostics/diagnostic.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import type { TextInput } from "./input.js";

/**
 * What an earlier build has kept of a text that nothing was found in, and that holds no scenarios: as long as it and the files
 * that it names stay the same, reading it would give this again.
 */
export interface KnownText {
  readonly journeys: readonly KnownJourney[];
  /** The names of the parameters that it declares. */
  readonly parameters: readonly string[];
  /** The scripts and resources that it names, by absolute path. */
  readonly files: readonly string[];
}

/** A journey of a text that is not read. */
export interface KnownJourney {
  readonly name: string;
  readonly id: string;
  /** Where it stands. */
  readonly range: Range;
}

/** A place in a text that is read when the place is shown. */
export class PlaceInText implements Place {
  readonly range: Range;
  readonly #text: TextInput;

  constructor(text: TextInput, range: Range) {
    this.#text = text;
    this.range = range;
  }

  get source(): SourceFile {
    return this.#text.source;
  }
}
