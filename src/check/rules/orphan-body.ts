import { getOwn, isJsonObject, type JsonObject } from "../../text/json.js";
import { exportBodies, exportPlace, pageEntries, wholeExport } from "../export-bodies.js";
import { journeyRule } from "../rule.js";

/** Reports settings in an export that belong to no node of the journey and of its pages. */
export const orphanBody = journeyRule("orphan-body", "proves", (journey, report, facts) => {
  const original = wholeExport(journey, facts);
  if (original === undefined) return;
  const used = usedIds(original);
  for (const { section, members } of exportBodies(original)) {
    for (const [id, body] of Object.entries(members)) {
      if (used.has(id) || !isJsonObject(body)) continue;
      report({ at: exportPlace(journey, section, id), args: { type: typeOf(body), id } });
    }
  }
});

function usedIds(original: JsonObject): ReadonlySet<string> {
  const used = new Set<string>();
  const tree = getOwn(original, "tree");
  const references = isJsonObject(tree) ? getOwn(tree, "nodes") : undefined;
  if (isJsonObject(references)) for (const id of Object.keys(references)) used.add(id);
  for (const { id } of pageEntries(original)) used.add(id);
  return used;
}

function typeOf(body: JsonObject): string {
  const type = getOwn(body, "_type");
  const id = isJsonObject(type) ? getOwn(type, "_id") : undefined;
  return typeof id === "string" ? id : "a node";
}
