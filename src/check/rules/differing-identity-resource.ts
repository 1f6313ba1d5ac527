import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nodeLabel } from "../describe-node.js";
import { certainResource, findDifferingResources, nodeResources } from "../differing-resources.js";
import { journeyRule } from "../rule.js";
import { isMisspelt, misspeltResource } from "./misspelt-identity-resource.js";

/**
 * Reports nodes that write or check objects of another kind than their journey's: the platform throws when it gets there. Where an export
 * does not say the journey's, its nodes are compared with one another.
 */
export const differingIdentityResource = journeyRule("differing-identity-resource", "may-miss", (facts, report) => {
  const own = certainResource(facts);
  const resources = nodeResources(facts);
  // A misspelt one is told as such, and nodes that differ from it may be right.
  if (own !== undefined && isMisspelt(own)) return;
  if (own !== undefined) {
    for (const { node, setting, resource } of resources) {
      if (resource === own) continue;
      const args = { node: nodeLabel(node), resource, own, other: undefined };
      report({ at: setting.place, args, ...facts.ifLost(node) });
    }
    return;
  }
  if (isPlaceholder(facts.journey.settings.get("identityResource")?.value ?? null)) return;
  // A misspelt one is told as such.
  const known = resources.filter(({ resource }) => misspeltResource(resource) === undefined);
  for (const { odd, other } of findDifferingResources(known)) {
    const args = {
      node: nodeLabel(odd.node),
      resource: odd.resource,
      own: other.resource,
      other: nodeLabel(other.node),
    };
    const related = [{ place: other.setting.place, message: `${nodeLabel(other.node)} is for "${other.resource}"` }];
    report({ at: odd.setting.place, args, related, ...facts.ifLost(odd.node) });
  }
});
