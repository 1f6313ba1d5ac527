import type { Script } from "../model/model.js";
import { isLibrary } from "../model/script-place.js";
import type { ExportedValue } from "../rhino/analysis/exported-values.js";
import type { OfLibrary, PossibleText } from "../rhino/analysis/possible-value.js";
import { analysisOf } from "./analysed-scripts.js";

const libraries = new WeakMap<ReadonlyMap<string, Script>, ReadonlyMap<string, Script>>();

export function librariesByTitle(scripts: ReadonlyMap<string, Script>): ReadonlyMap<string, Script> {
  const known = libraries.get(scripts);
  if (known) return known;
  const found = new Map<string, Script>();
  for (const script of scripts.values()) if (isLibrary(script)) found.set(script.title, script);
  libraries.set(scripts, found);
  return found;
}

/** The texts that a script may take of a library script: constants, members of its enums, and what its functions return. */
export function textsOfLibrary(
  { title, path, isCalled }: OfLibrary,
  scripts: ReadonlyMap<string, Script>,
): readonly PossibleText[] {
  const library = librariesByTitle(scripts).get(title);
  const analysed = library && analysisOf(library);
  let at: ExportedValue | undefined = analysed?.kind === "analysed" ? analysed.exported : undefined;
  for (const [depth, key] of path.entries()) {
    if (at === undefined || key in Object.prototype) return [];
    const member = at.members.get(key);
    if (member === undefined) {
      const isLast = depth === path.length - 1;
      if (!at.isClosed || !isLast || isCalled) return [];
      const lacked = { object: path[depth - 1] ?? title, key, members: [...at.members.keys()] };
      return [{ text: "undefined", lacked, at: undefined }];
    }
    at = member;
  }
  const texts = isCalled ? at?.returned : at?.texts;
  return (texts ?? []).map((text) => ({ text, lacked: undefined, at: undefined }));
}
