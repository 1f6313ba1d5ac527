import type { Model } from "../model/model.js";
import { parseScript } from "../rhino/parse-script.js";
import type { ScriptNode } from "../rhino/script-tree.js";
import { isLibrary, javaScripts, type PlaceInScript, placeInScript } from "./script-place.js";

/** A script that the engine's parser could read, with the place of an offset in the text that was parsed. */
interface ScriptTree {
  readonly title: string;
  readonly program: ScriptNode;
  readonly text: string;
  readonly placeOf: (offset: number) => PlaceInScript;
}

/** The scripts of a model as trees; those that are broken, or that only Rhino reads, are left out. */
export function* scriptTrees(model: Model): Iterable<ScriptTree> {
  for (const script of javaScripts(model)) {
    const parsed = parseScript(script.body, { isLibrary: isLibrary(script) });
    if (parsed.kind !== "tree") continue;
    const { program, clean } = parsed;
    const placeOf = (offset: number) => placeInScript(script, clean.originalOffset(offset));
    yield { title: script.title, program, text: clean.text, placeOf };
  }
}
