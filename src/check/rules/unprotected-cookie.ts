import { nodeLabel } from "../describe-node.js";
import { type Finding, nodeRule } from "../rule.js";

/** The nodes whose cookie signs a user on. */
const credentials: ReadonlySet<string> = new Set(["SetPersistentCookieNode", "PersistentCookieDecisionNode"]);

/**
 * Reports cookies that sign a user on but lack a flag that keeps them from eavesdroppers or scripts, and cookies for other sites that
 * are not secure: browsers refuse those.
 */
export const unprotectedCookie = nodeRule("unprotected-cookie", "proves", (node) => {
  const isCredential = credentials.has(node.typeId);
  if (!isCredential && node.typeId !== "SetCustomCookieNode") return [];
  const found: Finding<"unprotected-cookie">[] = [];
  const secure = node.properties.get("useSecureCookie");
  const httpOnly = node.properties.get("useHttpOnlyCookie");
  const sameSite = node.properties.get("sameSite");
  if (secure?.value === false && sameSite?.value === "NONE") {
    found.push({ at: secure.place, args: { node: nodeLabel(node), lacks: "NONE" } });
  } else if (isCredential && secure?.value === false) {
    found.push({ at: secure.place, args: { node: nodeLabel(node), lacks: "Secure" } });
  }
  if (isCredential && httpOnly?.value === false) {
    found.push({ at: httpOnly.place, args: { node: nodeLabel(node), lacks: "HttpOnly" } });
  }
  return found;
});
