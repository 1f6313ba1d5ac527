import type { Journey } from "../model/model.js";
import { compileText, type ImportBindOptions } from "./compile-text.js";

/** The files that an earlier import of a journey has written, and that a new import may overwrite. */
export interface EarlierImport {
  /** False where somebody has edited the text by hand. */
  readonly isUntouched: boolean;
  /** The paths of scripts and resources that the text names. */
  readonly files: ReadonlySet<string>;
}

/**
 * Examines a text that is in the way of an import. It counts as an earlier import of the journey if it contains that
 * journey and nothing that an import never writes, such as comments, parameters, rules, scenarios or other journeys.
 */
export function earlierImport(
  path: string,
  text: string,
  journeyId: string,
  options: ImportBindOptions,
): EarlierImport {
  const compiled = compileText(path, text, () => ({ text: "null" }), options);
  const [journey, ...others] = compiled.journeys;
  const isSame = journey?.id === journeyId && others.length === 0;
  const isPlain =
    compiled.file.comments.length === 0 &&
    compiled.file.items.every((item) => item.kind === "journey" || item.kind === "extern") &&
    journey?.rules.length === 0;
  return { isUntouched: isSame && isPlain, files: isSame && journey !== undefined ? filesOf(journey) : new Set() };
}

function filesOf(journey: Journey): ReadonlySet<string> {
  return new Set([...journey.scripts, ...journey.resources].flatMap(({ file }) => (file === undefined ? [] : [file])));
}
