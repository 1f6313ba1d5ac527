import type { Place } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";
import { parseJson } from "../text/parse-json.js";
import { SourceFile } from "../text/source-file.js";
import { readProjectFile } from "./bind-scripts.js";
import type { FileScope } from "./scope.js";

/** A JSON file that a journey refers to: its value, and its source for places. */
export interface JsonFile {
  readonly value: Json;
  readonly source: SourceFile;
}

/** Reads a JSON file that a journey refers to at `place`; `undefined` after a diagnostic. */
export function readJsonFile(path: string, place: Place, scope: FileScope): JsonFile | undefined {
  const text = readProjectFile(path, place, scope);
  if (text === undefined) return undefined;
  const source = new SourceFile(besides(scope.source.path, path), text);
  const parsed = parseJson(source);
  if (parsed.kind === "value") return { value: parsed.value, source };
  const at = { source, range: { start: parsed.offset, end: parsed.offset } };
  const related = [{ place, message: "The file is named here" }];
  scope.reporter.report("invalid-resource", at, { path, problem: parsed.problem }, { related });
  return undefined;
}

/** The path of a file, relative to the same folder as the path of the journey. */
function besides(journeyPath: string, path: string): string {
  const slash = journeyPath.lastIndexOf("/");
  return slash < 0 ? path : `${journeyPath.slice(0, slash + 1)}${path}`;
}
