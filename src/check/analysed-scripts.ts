import type { Model, Script } from "../model/model.js";
import { isLibrary, javaScripts, type PlaceInScript, placeInScript, runsInBrowser } from "../model/script-place.js";
import { type AnalysedScript, analyseScript, type ScriptAnalysis } from "../rhino/analysis/analyse-script.js";

/** A script with what it does, and the place of an offset in the text that was parsed. */
interface ScriptOfModel extends ScriptAnalysis {
  readonly script: Script;
  readonly title: string;
  readonly placeOf: (offset: number) => PlaceInScript;
}

/**
 * The scripts of a model that the platform runs, with what they do; those that are broken, that only Rhino reads, or that run in the
 * browser are left out.
 */
export function* analysedScripts(model: Model): Iterable<ScriptOfModel> {
  for (const script of javaScripts(model)) {
    if (runsInBrowser(script)) continue;
    const analysed = analysisOf(script);
    if (analysed.kind !== "analysed") continue;
    const placeOf = (offset: number) => placeInScript(script, analysed.originalOffset(offset));
    yield { ...analysed, script, title: script.title, placeOf };
  }
}

export function analysisOf(script: Script): AnalysedScript {
  return analyseScript(script.body, { isLibrary: isLibrary(script) });
}
