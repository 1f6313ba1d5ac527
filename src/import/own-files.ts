import type { Journey } from "../model/model.js";
import { compileText, type ImportBindOptions } from "./compile-text.js";

/** What an earlier import of a journey left: the files that a new one may overwrite. */
export interface EarlierImport {
  /** False for a text that somebody has worked on by hand. */
  readonly isUntouched: boolean;
  /** Paths of scripts and resources that the text names. */
  readonly files: ReadonlySet<string>;
}

/**
 * Looks at the text in the place of an import. It counts as an earlier import of the journey if it holds that journey and
 * nothing that an import never writes: comments, parameters, rules, scenarios, other journeys.
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
