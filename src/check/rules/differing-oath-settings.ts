import { nodeLabel } from "../describe-node.js";
import { findDifferences, textOfSetting } from "../differing-nodes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports checks of codes of an authenticator app by other settings than those with which each registration of the journey sets
 * apps up.
 */
export const differingOathSettings = journeyRule("differing-oath-settings", "may-overreport", ({ nodes }, report) => {
  for (const { agreement, maker, user, at, help, related, restsOn } of findDifferences(
    "differing-oath-settings",
    nodes,
  )) {
    const [value = "", other = ""] = [textOfSetting(user, agreement), textOfSetting(maker, agreement)];
    report({ at, args: { node: nodeLabel(user), property: agreement.property, value, other }, help, related, restsOn });
  }
});
