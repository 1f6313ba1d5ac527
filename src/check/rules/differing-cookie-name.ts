import { nodeLabel } from "../describe-node.js";
import { findDifferences, textOfSetting } from "../differing-nodes.js";
import { journeyRule } from "../rule.js";

/** Reports cookies that a journey sets for signing on again and looks for under another name. */
export const differingCookieName = journeyRule("differing-cookie-name", "may-overreport", ({ nodes }, report) => {
  for (const { agreement, maker, user, at, help, related, restsOn } of findDifferences(
    "differing-cookie-name",
    nodes,
  )) {
    const [name = "", other = ""] = [textOfSetting(user, agreement), textOfSetting(maker, agreement)];
    report({ at, args: { node: nodeLabel(user), name, other }, help, related, restsOn });
  }
});
