import type { Range } from "../text/range.js";
import type { LanguageText } from "./language-project.js";

/** An edit of one of several texts. */
export interface EditInText {
  readonly text: LanguageText;
  readonly range: Range;
  readonly newText: string;
}
