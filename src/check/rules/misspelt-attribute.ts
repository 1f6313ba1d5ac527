import { nearestName } from "../../diagnostics/suggest.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports names of users' attributes that are near to one of a new tenant's, but are none. */
export const misspeltAttribute = journeyRule("misspelt-attribute", "may-overreport", (facts, report) => {
  const { journey, nodes, misspeltAttributes } = facts;
  for (const { node, property, written, meant, place } of misspeltAttributes) {
    const text = meant.map((attribute) => JSON.stringify(attribute)).join(", ");
    const right = meant.length > 1 ? text : (meant[0] ?? "");
    const fixes = isFromExport(journey) ? [] : [{ title: `Write ${right}`, edits: [{ range: place.range, text }] }];
    const help = meant.length > 1 ? { help: `Write each in a text of its own: \`${right}\`.` } : {};
    report({ at: place, args: { node: nodeLabel(node), property, attribute: written, right }, ...help, fixes });
  }
  for (const node of nodes) {
    const session = misspeltSessionKey(node, journey);
    if (session !== undefined) report(session);
  }
});

/** The property by which each session names its user. */
const sessionUser = "UserToken";

/** A setting that misspells the property of a session that names the user. Properties that the journey's nodes or scripts name are right. */
function misspeltSessionKey(node: JourneyNode, journey: Journey) {
  const setting = node.typeId === "SessionDataNode" ? node.properties.get("sessionDataKey") : undefined;
  const key = setting?.value;
  if (setting === undefined || typeof key !== "string" || key === sessionUser) return undefined;
  if (nearestName(key, [sessionUser], 2) === undefined || journey.scripts.some(({ body }) => body.includes(key)))
    return undefined;
  const sets = journey.nodes.some(({ properties }) => hasKey(properties.get("properties")?.value, key));
  if (sets) return undefined;
  const args = {
    node: nodeLabel(node),
    property: "sessionDataKey",
    attribute: key,
    right: sessionUser,
    isOfSession: true,
  };
  const edits = [{ range: setting.place.range, text: JSON.stringify(sessionUser) }];
  const fixes = isFromExport(journey) ? [] : [{ title: `Write ${sessionUser}`, edits }];
  return { at: setting.place, args, fixes };
}

function hasKey(value: Json | undefined, key: string): boolean {
  return value !== undefined && isJsonObject(value) && Object.hasOwn(value, key);
}
