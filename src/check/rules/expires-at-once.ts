import { nodeLabel } from "../describe-node.js";
import { type Finding, nodeRule } from "../rule.js";

/** What expires, by type and property. */
const lifetimes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OneTimePasswordCollectorDecisionNode: { passwordExpiryTime: "one-time password" },
  SetPersistentCookieNode: { maxLife: "cookie", idleTimeout: "cookie" },
};

/** In milliseconds: in less than a second, nobody answers a push message. */
const shortestAnswer = 1000;

/** Reports one-time passwords and cookies with a lifetime of 0, and push messages with less than a second: each is refused, as expired. */
export const expiresAtOnce = nodeRule("expires-at-once", "may-miss", (node) => {
  const found: Finding<"expires-at-once">[] = [];
  for (const [property, what] of Object.entries(lifetimes[node.typeId] ?? {})) {
    const setting = node.properties.get(property);
    if (setting === undefined || typeof setting.value !== "number" || setting.value > 0) continue;
    const args = { node: nodeLabel(node), property, what, value: setting.value };
    found.push({ at: setting.place, args, restsOn: [setting.place] });
  }
  const message = node.typeId === "PushAuthenticationSenderNode" ? node.properties.get("messageTimeout") : undefined;
  const value = message?.value;
  if (message === undefined || typeof value !== "number" || value >= shortestAnswer) return found;
  const help =
    value > 0
      ? `\`messageTimeout\` counts milliseconds: write \`${value * 1000}\` for ${value} seconds.`
      : "Give it a lifetime.";
  const args = { node: nodeLabel(node), property: "messageTimeout", what: "push message", value };
  return [...found, { at: message.place, args, help, restsOn: [message.place] }];
});
