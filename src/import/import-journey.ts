import type { ReadJourney } from "../export-json/read/read-result.js";
import { difference, residue } from "../export-json/residue.js";
import { printFile } from "../format/format.js";
import type { Journey } from "../model/model.js";
import type { JsonObject } from "../text/json.js";
import { journeyToSyntax } from "../write/journey/write-journey.js";
import { compileText, type ImportBindOptions, readFrom } from "./compile-text.js";

export type ImportOptions = ImportBindOptions & {
  /** Leaves out what equals the catalogue's defaults. */
  readonly minimal: boolean;
  /** Whether a path beside the journey may hold a text; for several journeys in one folder. */
  readonly mayHold?: (path: string, text: string) => boolean;
};

/** A journey as text, with the files that the text names. */
export interface ImportedJourney {
  readonly journey: Journey;
  readonly text: string;
  /** Script bodies and resources by path relative to the text's own file. */
  readonly files: ReadonlyMap<string, string>;
  /** What the language could not say otherwise. */
  readonly raw: JsonObject | undefined;
  /** What building the text still gives otherwise than the original: a defect of ours, `undefined` as a rule. */
  readonly lost: JsonObject | undefined;
}

/**
 * Turns a journey that was read from an export into text. The text is compiled and the result compared with the original;
 * what differs becomes `raw`, so nothing is lost whatever reader and writer overlook.
 */
export function importJourney(read: ReadJourney, path: string, options: ImportOptions): ImportedJourney {
  const original = read.origin.document.json;
  const plain = attempt({ ...read, raw: undefined }, original, path, options);
  return plain.lost === undefined ? plain : attempt({ ...read, raw: plain.needed }, original, path, options);
}

interface Attempt extends ImportedJourney {
  /** The patch that building the text needs to give the original. */
  readonly needed: JsonObject | undefined;
}

function attempt(journey: Journey, original: JsonObject, path: string, options: ImportOptions): Attempt {
  const { file, files } = journeyToSyntax(journey, options);
  const text = printFile(file);
  const built = compileText(path, text, readFrom(files), options).journeys[0];
  const lost = built === undefined ? original : difference(built, original);
  const needed = built === undefined || lost === undefined ? lost : residue(built, original);
  return { journey, text, files, raw: journey.raw, needed, lost };
}
