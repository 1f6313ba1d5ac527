import type { Range } from "../../text/range.js";
import type { LanguageText } from "../language-project.js";

/** Whether a place lies in a scenario. */
export function isInScenario({ parsed }: LanguageText, { start }: Range): boolean {
  return parsed.file.items.some(({ kind, range }) => kind === "scenario" && range.start <= start && start <= range.end);
}
