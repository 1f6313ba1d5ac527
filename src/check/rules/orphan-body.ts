import { getOwn, isJsonObject, type JsonObject } from "../../text/json.js";
import { exportBodies, exportPlace, pageEntries, wholeExport } from "../export-bodies.js";
import { journeyRule } from "../rule.js";

/** Reports settings in an export that belong to no node of the journey and of its pages. */
export const orphanBody = journeyRule("orphan-body", "proves", (facts, report) => {
  const { journey } = facts;
  const original = wholeExport(facts);
  if (original === undefined) return;
  const tree = getOwn(original, "tree");
  const references = isJsonObject(tree) ? getOwn(tree, "nodes") : undefined;
  let onPages: ReadonlySet<string> | undefined;
  for (const { section, members } of exportBodies(original)) {
    for (const id of Object.keys(members)) {
      const body = members[id];
      if (!isJsonObject(body) || (isJsonObject(references) && Object.hasOwn(references, id))) continue;
      onPages ??= new Set(pageEntries(original).map((entry) => entry.id));
      if (onPages.has(id)) continue;
      report({ at: exportPlace(journey, section, id), args: { type: typeOf(body), id } });
    }
  }
});

function typeOf(body: JsonObject): string {
  const type = getOwn(body, "_type");
  const id = isJsonObject(type) ? getOwn(type, "_id") : undefined;
  return typeof id === "string" ? id : "a node";
}
