import type { DiagnosticExtras } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Script } from "../../model/model.js";
import { scriptContexts } from "../../model/script-contexts.js";
import { isLibrary, isModulePath, type PlaceInScript } from "../../model/script-place.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/**
 * Reports library scripts that a script requires and that are not there, where others are: what was read without any may have been made
 * without them. The tenant may have the missing one. A script of the name that is no library is reported in any case.
 */
export const unknownLibrary = modelRule("unknown-library", "may-overreport", (model, report) => {
  const found: Script[] = [];
  const others = new Map<string, Script>();
  for (const { scripts } of model.journeys)
    for (const script of scripts) {
      if (isLibrary(script)) found.push(script);
      else others.set(script.title, script);
    }
  const titles = new Set(found.map(({ title }) => title));
  const scripts = [...analysedScripts(model)];
  const required = new Set(scripts.flatMap(({ libraries }) => libraries.named.map(({ name }) => name)));
  const told = new Set<string>();
  for (const { title, libraries, placeOf } of scripts) {
    const seen = new Set<string>(titles);
    for (const { name: library, at: offset } of libraries.named) {
      if (seen.has(library)) continue;
      seen.add(library);
      const { at, line } = placeOf(offset);
      const args = { script: title, line, library };
      const other = others.get(library);
      const context = other?.properties.get("context");
      if (other !== undefined && typeof context?.value === "string") {
        // Of a misspelt context, another finding tells.
        if (!scriptContexts.includes(context.value) || told.has(library)) continue;
        told.add(library);
        const { place, ...extras } = asLibrary(other, { at, line });
        report({ at: place, args: { ...args, nearest: undefined, context: context.value }, ...extras });
      } else if (titles.size > 0) {
        const meant = libraryMeantBy(library, found, required);
        const nearest = meant?.title;
        const isFile = meant !== undefined && isFileOf(library, meant);
        const related = meant?.file === undefined ? [] : [{ place: meant.place, message: "The library" }];
        const help = `This is a file. Scripts require it by the title that it has on the platform: write ${JSON.stringify(nearest)}.`;
        report({ at, args: { ...args, nearest }, related, ...(isFile ? { help } : {}) });
      }
    }
  }
});

/** The library that a text is to name: by its name in the journey, its file, a title that is nearly the same, or the only one that nothing requires. */
function libraryMeantBy(
  written: string,
  libraries: readonly Script[],
  required: ReadonlySet<string>,
): Script | undefined {
  const named = libraries.find(({ name }) => name === written) ?? libraries.find((each) => isFileOf(written, each));
  if (named !== undefined) return named;
  const near = nearestName(written, new Set(libraries.map(({ title }) => title)));
  if (near !== undefined) return libraries.find(({ title }) => title === near);
  const [left, second] = libraries.filter(({ title }) => !required.has(title));
  return second === undefined ? left : undefined;
}

/** Whether a module of Node is required by this file: `./names`, `lib/names.js`. */
function isFileOf(written: string, { file }: Script): boolean {
  if (file === undefined || !isModulePath(written)) return false;
  const nameOf = (path: string) => path.replace(/^.*\//, "").replace(/\.[cm]?js$/, "");
  return nameOf(written) === nameOf(file);
}

/** Where a script that others require says that it is something else, with the remedy. */
function asLibrary({ properties, place }: Script, { at }: PlaceInScript) {
  const context = properties.get("context");
  const related = [{ place: at, message: "It is required here" }];
  const help = 'Write `context: "LIBRARY"`: `require` finds libraries only.';
  if (context?.explicit !== true || context.place.pointer !== undefined)
    return { place, related, help } satisfies DiagnosticExtras & { place: unknown };
  const edits = [{ range: context.place.range, text: '"LIBRARY"' }];
  return { place: context.place, related, help, fixes: [{ title: "Write LIBRARY", edits }] };
}
