import { nearestName } from "../diagnostics/suggest.js";
import { librariesOfScript } from "../rhino/analysis/needs-of-script.js";
import type { Journey } from "./model.js";
import type { FileScope } from "./scope.js";
import { isModulePath, placeInScript } from "./script-place.js";

/**
 * Reports a library script of a file that nothing requires, where a script of the file requires one by a title that no script has: the library is
 * left out of the export then, and the other one throws an error. Where a journey has some library, a rule tells what is missing.
 */
export function reportLostLibraries({ scripts, reporter }: FileScope, journeys: readonly Journey[]): void {
  const drafts = [...scripts.values()];
  const libraries = drafts.filter(({ given }) => given.get("context")?.value === "LIBRARY");
  if (libraries.length === 0) return;
  const inJourneys = journeys.flatMap((journey) => journey.scripts);
  const all = [...drafts, ...inJourneys];
  const titles = new Set(all.map(({ title }) => title));
  const required = new Map(all.flatMap((script) => librariesOfScript(script.body).map((title) => [title, script])));
  if (libraries.some(({ title }) => required.has(title))) return;
  const unknown = [...required.keys()].filter((title) => !titles.has(title));
  for (const { title, titlePlace } of libraries) {
    const near =
      nearestName(title, unknown) ?? (unknown.length === 1 && libraries.length === 1 ? unknown[0] : undefined);
    const script = near === undefined ? undefined : required.get(near);
    if (near === undefined || script === undefined) continue;
    const { at, line } = placeInScript(script, requiredAt(script.body, near));
    const isByName = drafts.some((draft) => draft.name === near && draft.title === title);
    const args = { script: script.title, line, library: near, nearest: title };
    const isInOtherCapitals = near.toLowerCase() === title.toLowerCase();
    if (isByName || isModulePath(near) || isInOtherCapitals) {
      const what = isByName ? `\`${near}\` is its name in the text. ` : isModulePath(near) ? "This is a file. " : "";
      const help = `${what}Scripts require it by the title that it has on the platform: write ${JSON.stringify(title)}.`;
      const related = [{ place: titlePlace, message: "Its title" }];
      reporter.report("unknown-library", at, args, { help, related });
      continue;
    }
    const related = [{ place: at, message: "It is required here" }];
    const help = `Did you mean ${JSON.stringify(near)} here? The title must be the same, letter by letter.`;
    reporter.report("unknown-library", titlePlace, args, { help, related });
  }
}

/** Where a script names a library: the title in quotes, or else where the title stands first. */
function requiredAt(body: string, title: string): number {
  const quoted = [`"${title}"`, `'${title}'`].map((each) => body.indexOf(each)).find((index) => index !== -1);
  return Math.max(quoted ?? body.indexOf(title), 0);
}
