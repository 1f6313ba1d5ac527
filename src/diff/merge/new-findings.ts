import { checkModel } from "../../check/check-model.js";
import { readExport } from "../../export-json/read/read-export.js";
import type { JsonObject } from "../../text/json.js";
import { SourceFile } from "../../text/source-file.js";
import type { Conflict } from "./conflict.js";

/** What is wrong with a journey whose parts do not fit: an arrow to a node that the other side removed, and the like. */
const misfits: ReadonlySet<string> = new Set([
  "dangling-connection",
  "stale-entry",
  "missing-body",
  "orphan-body",
  "shared-node",
]);

/** Misfits that neither side has come from putting both together: they are conflicts like others. */
export function newFindings(path: string, merged: JsonObject, sides: readonly JsonObject[]): readonly Conflict[] {
  const known = new Set(sides.flatMap((side) => findingsOf(path, side)));
  return [...new Set(findingsOf(path, merged))]
    .filter((message) => !known.has(message))
    .map((message) => ({ where: "the journey", message }));
}

function findingsOf(path: string, value: JsonObject): readonly string[] {
  const found = checkModel({ ...readExport(new SourceFile(path, JSON.stringify(value)), {}), parsed: [] });
  return found.filter(({ code, severity }) => severity === "error" || misfits.has(code)).map(({ message }) => message);
}
