import { checkModel } from "../../check/check-model.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { readExport } from "../../export-json/read/read-export.js";
import type { JsonObject } from "../../text/json.js";
import { SourceFile } from "../../text/source-file.js";
import type { Conflict } from "./conflict.js";

/** Findings about journeys whose parts do not fit together, such as an arrow to a node that the other side removed. */
const misfits: ReadonlySet<string> = new Set([
  "dangling-connection",
  "stale-entry",
  "missing-body",
  "orphan-body",
  "shared-node",
]);

/**
 * Findings of this kind that neither side has result from the merge itself; they are reported as conflicts. A finding is
 * known by its rule and its place, because messages hold names that a side may have changed.
 */
export function newFindings(path: string, merged: JsonObject, sides: readonly JsonObject[]): readonly Conflict[] {
  const known = new Set(sides.flatMap((side) => findingsOf(path, side).map(keyOf)));
  const fresh = findingsOf(path, merged).filter((finding) => !known.has(keyOf(finding)));
  return [...new Set(fresh.map(({ message }) => message))].map((message) => ({ where: "the journey", message }));
}

function keyOf({ code, message, place }: Diagnostic): string {
  return `${code} ${place.pointer ?? message}`;
}

function findingsOf(path: string, value: JsonObject): readonly Diagnostic[] {
  const found = checkModel({ ...readExport(new SourceFile(path, JSON.stringify(value)), {}), parsed: [] });
  return found.filter(({ code, severity }) => severity === "error" || misfits.has(code));
}
