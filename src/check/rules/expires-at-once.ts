import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** What expires, by type and property. */
const lifetimes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OneTimePasswordCollectorDecisionNode: { passwordExpiryTime: "one-time password" },
  SetPersistentCookieNode: { maxLife: "cookie", idleTimeout: "cookie" },
};

/** Reports one-time passwords and cookies with a lifetime of 0: each is refused, as expired. */
export const expiresAtOnce = journeyRule("expires-at-once", "may-miss", ({ nodes }, report) => {
  for (const node of nodes) {
    for (const [property, what] of Object.entries(lifetimes[node.typeId] ?? {})) {
      const setting = node.properties.get(property);
      if (setting === undefined || typeof setting.value !== "number" || setting.value > 0) continue;
      report({ at: setting.place, args: { node: nodeLabel(node), property, what } });
    }
  }
});
