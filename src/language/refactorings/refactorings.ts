import { hasErrors } from "../../diagnostics/has-errors.js";
import type { Range } from "../../text/range.js";
import type { LanguageText, ReadProject } from "../language-project.js";
import { extractJourney } from "./extract-journey.js";
import { moveIntoPage, moveOutOfPage } from "./move-nodes.js";
import { type Refactoring, selectionIn } from "./refactoring.js";
import {
  addRequire,
  declareType,
  inlineParameter,
  sortProperties,
  toTextBlock,
  wireToFailure,
} from "./small-changes.js";

/** What can be done with a selection. Of a text with syntax errors too little is known. */
export function refactoringsAt(
  text: LanguageText,
  range: Range,
  projects: readonly ReadProject[],
): readonly Refactoring[] {
  if (hasErrors(text.parsed.diagnostics)) return [];
  const selection = selectionIn(text, range, projects);
  const makers = [
    extractJourney,
    inlineParameter,
    wireToFailure,
    toTextBlock,
    sortProperties,
    moveIntoPage,
    moveOutOfPage,
    addRequire,
    declareType,
  ];
  return makers.flatMap((make) => make(selection) ?? []);
}
