import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** The nodes that work on the session which the journey creates. */
const changing: ReadonlySet<string> = new Set([
  "SetSessionPropertiesNode",
  "RemoveSessionPropertiesNode",
  "SetPersistentCookieNode",
  "RegisterLogoutWebhookNode",
  "EnableDeviceManagementNode",
]);

/** Reports nodes that change or remember the session in a journey that creates none, unless another journey runs it. */
export const sessionPropertiesWithoutSession = journeyRule(
  "session-properties-without-session",
  "may-miss",
  (facts, report) => {
    if (facts.journey.settings.get("noSession")?.value !== true || facts.mayRunInside) return;
    for (const node of facts.reachedNodes) {
      if (changing.has(node.typeId)) report({ at: node.namePlace, args: { node: nodeLabel(node) } });
    }
  },
);
