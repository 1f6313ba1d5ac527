import { allNodes } from "../../model/used-resources.js";
import { getOwn, isJsonObject, type Json } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports nodes whose reference says another version than their settings do. */
export const disagreeingVersion = journeyRule("disagreeing-version", "proves", (journey, report) => {
  for (const node of allNodes(journey.nodes)) {
    const type = node.bodyOverrides.get("_type");
    if (type === undefined || !isJsonObject(type.value)) continue;
    const body = versionText(getOwn(type.value, "version"));
    if (body === undefined || body === node.version) continue;
    report({ at: type.place, args: { node: nodeLabel(node), reference: node.version, body } });
  }
});

/** Early exports wrote 1 for "1.0". */
function versionText(version: Json | undefined): string | undefined {
  if (typeof version === "number") return Number.isInteger(version) ? version.toFixed(1) : String(version);
  return typeof version === "string" && version !== "" ? version : undefined;
}
