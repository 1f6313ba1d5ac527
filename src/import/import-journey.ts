import type { ReadJourney } from "../export-json/read/read-result.js";
import { difference, residue } from "../export-json/residue.js";
import { printFile } from "../format/format.js";
import type { Journey } from "../model/model.js";
import type { JsonObject } from "../text/json.js";
import { journeyToSyntax } from "../write/journey/write-journey.js";
import { compileText, type ImportBindOptions, readFrom } from "./compile-text.js";
import { withBoundTargets } from "./with-bound-targets.js";
import { withEntry } from "./with-entry.js";

export type ImportOptions = ImportBindOptions & {
  /** Leaves out properties that equal the catalogue's defaults. */
  readonly minimal: boolean;
  /** Whether the file at a path beside the journey may get this text, asked where several journeys share a folder. */
  readonly mayHold?: (path: string, text: string) => boolean;
};

/** A journey as text, and the files that the text names. */
export interface ImportedJourney {
  readonly journey: Journey;
  readonly text: string;
  /** The texts of scripts and resources by path, relative to the file of the journey. */
  readonly files: ReadonlyMap<string, string>;
  /** The patch for everything that the language cannot express otherwise. */
  readonly raw: JsonObject | undefined;
  /**
   * The difference between the original and what the text builds. Where it is not `undefined`, journeyc has a defect.
   */
  readonly lost: JsonObject | undefined;
}

/**
 * Turns a journey that was read from JSON into text. The text is built and the result compared with the original; the
 * difference becomes `raw`, so that nothing is lost whatever reader and writer overlook.
 */
export function importJourney(read: ReadJourney, path: string, options: ImportOptions): ImportedJourney {
  const original = read.origin.document.json;
  const plain = attempt({ ...read, raw: withEntry(undefined, read) }, original, path, options);
  if (plain.lost === undefined) return plain;
  const bound = withBoundTargets(read, plain.built);
  return attempt({ ...bound, raw: withEntry(plain.needed, read) }, original, path, options);
}

interface Attempt extends ImportedJourney {
  /** The journey as the text says it. */
  readonly built: Journey | undefined;
  /** The patch with which the text builds the original. */
  readonly needed: JsonObject | undefined;
}

function attempt(journey: Journey, original: JsonObject, path: string, options: ImportOptions): Attempt {
  const { file, files } = journeyToSyntax(journey, options);
  const text = printFile(file);
  const built = compileText(path, text, readFrom(files), options).journeys[0];
  const lost = built === undefined ? original : difference(built, original);
  const needed = built === undefined || lost === undefined ? lost : residue(built, original);
  return { journey, text, files, raw: journey.raw, built, needed, lost };
}
