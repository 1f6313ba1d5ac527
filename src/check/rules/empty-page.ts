import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports pages without nodes. A page of an export whose settings are missing is another rule's. */
export const emptyPage = journeyRule("empty-page", "proves", (facts, report) => {
  const { original } = facts;
  for (const page of facts.reachedPages) {
    if (page.children.length > 0 || !isKnown(page.id, original, page.place.pointer !== undefined)) continue;
    report({ at: page.namePlace, args: { page: nodeLabel(page) } });
  }
});

/** Whether the page is known to list no nodes, not merely to list some that could not be read. */
function isKnown(id: string, original: JsonObject | undefined, isExport: boolean): boolean {
  if (!isExport) return true;
  const bodies = original && getOwn(original, "nodes");
  const body: Json | undefined = isJsonObject(bodies) ? getOwn(bodies, id) : undefined;
  const listed = isJsonObject(body) ? getOwn(body, "nodes") : undefined;
  return isJsonObject(body) && (listed === undefined || (Array.isArray(listed) && listed.length === 0));
}
