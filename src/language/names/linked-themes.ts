import { isThemeOf } from "../../model/used-resources.js";
import { absolutePath, folderOfPath } from "../../project/shown-path.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { JsonPlace } from "../../text/json-place.js";
import { SourceFile } from "../../text/source-file.js";
import type { EditInFile } from "../edit-in-file.js";
import type { ReadProject } from "../language-project.js";
import { textsOf } from "./occurrences.js";

/** The edits of the files of themes that list a journey, so that they list it by another id. */
export function linkedThemeEdits(id: string, newId: string, projects: readonly ReadProject[]): readonly EditInFile[] {
  const edits = new Map<string, readonly EditInFile[]>();
  for (const { path: textPath, bound, parsed } of textsOf(projects)) {
    const { scope, journeys } = bound;
    for (const resource of [...scope.resources, ...journeys.flatMap(({ resources }) => resources)]) {
      const { file, content } = resource;
      if (file === undefined || !isThemeOf(resource, id)) continue;
      const read = scope.options.readText(file, parsed.source);
      const path = absolutePath(file, folderOfPath(textPath));
      if ("text" in read) edits.set(path, editsOf(new SourceFile(file, read.text), path, content, { id, newId }));
    }
  }
  return [...edits.values()].flat();
}

function editsOf(
  source: SourceFile,
  path: string,
  content: Json,
  { id, newId }: { readonly id: string; readonly newId: string },
): readonly EditInFile[] {
  const linked = isJsonObject(content) && Array.isArray(content.linkedTrees) ? content.linkedTrees : [];
  return linked.flatMap((each, index) => {
    if (each !== id) return [];
    const { range } = JsonPlace.at(source, `/linkedTrees/${index}`);
    return [{ path, source, range, newText: JSON.stringify(newId) }];
  });
}
