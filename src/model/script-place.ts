import type { Place } from "../diagnostics/diagnostic.js";
import type { ScriptGeneration } from "../rhino/bindings.js";
import { SourceFile } from "../text/source-file.js";
import { conceptOf } from "./concepts.js";
import type { Model, Script } from "./model.js";

/** The scripts in JavaScript, each once, however many journeys use it. */
export function javaScripts(model: Model): readonly Script[] {
  const seen = new Set<string>();
  return model.journeys
    .flatMap((journey) => journey.scripts)
    .filter((script) => {
      const known = `${script.id} ${script.body}`;
      if (script.body === "" || !isJavaScript(script) || seen.has(known)) return false;
      seen.add(known);
      return true;
    });
}

export function isJavaScript(script: Script): boolean {
  const language = script.properties.get("language")?.value;
  return typeof language !== "string" || language.toUpperCase() === "JAVASCRIPT";
}

/** `./names`, `lib/names.js`: what a module of Node is required by. */
export function isModulePath(text: string): boolean {
  return /^\.{0,2}\/|\.[cm]?js$/.test(text);
}

export function isLibrary(script: Script): boolean {
  return script.properties.get("context")?.value === "LIBRARY";
}

/** Whether a script runs in the user's browser, and not in the platform's engine. */
export function runsInBrowser(script: Script): boolean {
  return String(script.properties.get("context")?.value).endsWith("CLIENT_SIDE");
}

/** Contexts of decision scripts: those whose objects are known. */
const contexts: ReadonlyMap<unknown, ScriptGeneration | "either"> = new Map([
  ["AUTHENTICATION_TREE_DECISION_NODE", "either"],
  ["SCRIPTED_DECISION_NODE", "next-generation"],
  ["LIBRARY", "next-generation"],
]);

/** The engine that runs a script of a decision node or a library; `undefined` for others, and where the script contradicts itself. */
export function generationOf(script: Script): ScriptGeneration | undefined {
  const context = contexts.get(script.properties.get("context")?.value);
  if (context === undefined) return undefined;
  if (isLibrary(script)) return "next-generation";
  if (namesEngineOtherwise(script)) return undefined;
  const isNext = Number(script.properties.get("evaluatorVersion")?.value) === 2;
  if (context === "either") return isNext ? "next-generation" : "legacy";
  return isNext ? context : undefined;
}

/** Whether a member that is called otherwise, and reported, is to say which engine runs a script. */
function namesEngineOtherwise({ properties }: Script): boolean {
  if (properties.get("evaluatorVersion")?.explicit === true) return false;
  return [...properties.keys()].some((key) => conceptOf(key, "script")?.property === "evaluatorVersion");
}

export interface PlaceInScript {
  readonly at: Place;
  readonly line: number;
}

/** One for each script, so that two places in it are of one source. */
const sources = new WeakMap<object, SourceFile>();

function sourceOf(script: Pick<Script, "place" | "file" | "body" | "title">): SourceFile {
  let source = sources.get(script);
  if (source === undefined) {
    const folder = script.place.source.path.replace(/[^/]*$/, "");
    source = new SourceFile(script.file === undefined ? script.title : `${folder}${script.file}`, script.body);
    sources.set(script, source);
  }
  return source;
}

/** A place in a script: in its file, or in an export, whose lines are not those of the script, where the script stands. */
export function placeInScript(
  script: Pick<Script, "place" | "file" | "body" | "title">,
  offset: number,
): PlaceInScript {
  const { place, file, body } = script;
  const source = sourceOf(script);
  const { line } = source.positionAt(offset);
  if (file === undefined) return { at: place, line };
  const word = /^[\w$]+/.exec(body.slice(offset, offset + 80))?.[0].length ?? 1;
  return { at: { source, range: { start: offset, end: Math.min(offset + word, body.length) } }, line };
}
