import { getOwn, isJsonObject } from "../../text/json.js";
import { exportPlace, pageEntries, wholeExport } from "../export-bodies.js";
import { journeyRule } from "../rule.js";

/** Reports node ids of an export that stand on two pages, twice on one, or both on a page and in the journey itself. */
export const sharedNode = journeyRule("shared-node", "proves", (facts, report) => {
  const { journey } = facts;
  const original = wholeExport(facts);
  if (original === undefined) return;
  const entries = pageEntries(original);
  if (entries.length === 0) return;
  const tree = getOwn(original, "tree");
  const references = isJsonObject(tree) ? getOwn(tree, "nodes") : undefined;
  const seen = new Set<string>(isJsonObject(references) ? Object.keys(references) : []);
  for (const { id, page, index } of entries) {
    if (seen.has(id)) report({ at: exportPlace(journey, "nodes", page, "nodes", index), args: { id } });
    seen.add(id);
  }
});
