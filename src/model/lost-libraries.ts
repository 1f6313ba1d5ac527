import { nearestName } from "../diagnostics/suggest.js";
import { librariesOfScript } from "../rhino/analysis/needs-of-script.js";
import type { Journey } from "./model.js";
import type { FileScope } from "./scope.js";

/**
 * Reports a library script of a file that nothing requires, where a script of the file requires one by a title that no script has: the library is
 * left out of the export then, and the other one throws an error. Where a journey has some library, a rule tells what is missing.
 */
export function reportLostLibraries({ scripts, reporter }: FileScope, journeys: readonly Journey[]): void {
  const drafts = [...scripts.values()];
  const libraries = drafts.filter(({ given }) => given.get("context")?.value === "LIBRARY");
  if (libraries.length === 0) return;
  const inJourneys = journeys.flatMap((journey) => journey.scripts);
  const titles = new Set([...drafts, ...inJourneys].map(({ title }) => title));
  const required = new Map(
    [...drafts, ...inJourneys].flatMap((script) => librariesOfScript(script.body).map((title) => [title, script])),
  );
  if (libraries.some(({ title }) => required.has(title))) return;
  const unknown = [...required.keys()].filter((title) => !titles.has(title));
  for (const { title, titlePlace } of libraries) {
    const near =
      nearestName(title, unknown) ?? (unknown.length === 1 && libraries.length === 1 ? unknown[0] : undefined);
    const script = near === undefined ? undefined : required.get(near);
    if (near === undefined || script === undefined) continue;
    const line = script.body.slice(0, script.body.indexOf(near)).split("\n").length;
    const help = `Did you mean ${JSON.stringify(near)} here? The title must be the same, letter by letter.`;
    reporter.report(
      "unknown-library",
      titlePlace,
      { script: script.title, line, library: near, nearest: title },
      { help },
    );
  }
}
