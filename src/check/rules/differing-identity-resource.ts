import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** Reports nodes that write or check objects of another kind than their journey's: the platform throws when it gets there. */
export const differingIdentityResource = journeyRule("differing-identity-resource", "may-miss", (facts, report) => {
  const own = facts.journey.settings.get("identityResource")?.value;
  // An export of a journey without the setting may belong to any realm, so nothing is certain about `managed/user`. Some
  // tools write the setting that is not there as the text `null`.
  if (typeof own !== "string" || own === "" || own === "null" || own === "managed/user" || isPlaceholder(own)) return;
  for (const node of facts.nodes) {
    const property = markedProperties(node).references.find(({ name }) => name === "identityResource");
    const setting = property && node.properties.get(property.name);
    const resource = setting?.value;
    if (setting === undefined || typeof resource !== "string" || resource === "" || resource === own) continue;
    if (isPlaceholder(resource)) continue;
    report({ at: setting.place, args: { node: nodeLabel(node), resource, own } });
  }
});
