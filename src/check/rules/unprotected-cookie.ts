import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** The nodes whose cookie signs a user on. */
const credentials: ReadonlySet<string> = new Set(["SetPersistentCookieNode", "PersistentCookieDecisionNode"]);

/**
 * Reports cookies that sign a user on but lack a flag that keeps them from eavesdroppers or scripts, and cookies for other sites that
 * are not secure: browsers refuse those.
 */
export const unprotectedCookie = journeyRule("unprotected-cookie", "proves", ({ nodes }, report) => {
  for (const node of nodes) {
    const isCredential = credentials.has(node.typeId);
    if (!isCredential && node.typeId !== "SetCustomCookieNode") continue;
    const secure = node.properties.get("useSecureCookie");
    const httpOnly = node.properties.get("useHttpOnlyCookie");
    const sameSite = node.properties.get("sameSite");
    if (secure?.value === false && sameSite?.value === "NONE") {
      report({ at: secure.place, args: { node: nodeLabel(node), lacks: "NONE" } });
    } else if (isCredential && secure?.value === false) {
      report({ at: secure.place, args: { node: nodeLabel(node), lacks: "Secure" } });
    }
    if (isCredential && httpOnly?.value === false) {
      report({ at: httpOnly.place, args: { node: nodeLabel(node), lacks: "HttpOnly" } });
    }
  }
});
