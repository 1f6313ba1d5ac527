import type { Place } from "../diagnostics/diagnostic.js";
import type { Script } from "../model/model.js";
import type { SourcePosition } from "../runtime/action.js";
import { SourceFile } from "../text/source-file.js";

const sources = new WeakMap<Script, SourceFile>();

/** The text of a script by the path of its file, or by its title where it comes from an export. */
export function sourceOfScript(script: Script): SourceFile {
  const known = sources.get(script);
  if (known) return known;
  const folder = script.place.source.path.replace(/[^/]*$/, "");
  const made = new SourceFile(script.file === undefined ? script.title : `${folder}${script.file}`, script.body);
  sources.set(script, made);
  return made;
}

/** A place in a script: a word of a line, or the line without the blanks before it. */
export function placeInSource(script: Script, line: number, column?: number): Place {
  const source = sourceOfScript(script);
  const text = source.lineText(line);
  const start = source.lineStart(line);
  const first = column === undefined ? (/\S/.exec(text)?.index ?? 0) : Math.min(column - 1, text.length);
  const rest = text.slice(first).trimEnd();
  const word = column === undefined ? rest : (/^[\w$]+/.exec(rest)?.[0] ?? rest.slice(0, 1));
  return { source, range: { start: start + first, end: start + first + word.length } };
}

/** The place of an error, in whichever of the scripts it is. */
export function placeOfError(
  { script: title, line, column }: SourcePosition,
  scripts: readonly Script[],
): Place | undefined {
  const script = scripts.find((each) => each.title === title);
  return script && line !== undefined ? placeInSource(script, line, column) : undefined;
}
