import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

const plain = /^http:\/\/(?!localhost\b|127\.|\[::1\]|[^/]*\$\{|[^/]*&\{)/i;

/** Reports unencrypted addresses for the end of the journey. Addresses on the user's own machine are fine. */
export const insecureRedirect = journeyRule("insecure-redirect", "may-miss", (facts, report) => {
  if (!facts.plays("sets-address")) return;
  for (const node of facts.reachedNodes) {
    if (!node.type?.roles?.includes("sets-address")) continue;
    for (const { value, place } of node.properties.values()) {
      if (typeof value !== "string" || !plain.test(value)) continue;
      report({ at: place, args: { node: nodeLabel(node), address: value } });
    }
  }
});
