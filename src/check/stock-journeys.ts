import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey } from "../model/model.js";

/** Journeys that PingAM brings, with the types of their nodes. Nobody has written them, and nearly nobody uses them. */
const stock: ReadonlyMap<string, readonly string[]> = new Map([
  ["Example", ["DataStoreDecisionNode", "PasswordCollectorNode", "UsernameCollectorNode", "ZeroPageLoginNode"]],
  [
    "PersistentCookie",
    [
      "DataStoreDecisionNode",
      "PasswordCollectorNode",
      "PersistentCookieDecisionNode",
      "SetPersistentCookieNode",
      "UsernameCollectorNode",
    ],
  ],
  [
    "Google-DynamicAccountCreation",
    [
      "CreatePasswordNode",
      "OneTimePasswordCollectorDecisionNode",
      "OneTimePasswordGeneratorNode",
      "OneTimePasswordSmtpSenderNode",
      "ProvisionDynamicAccountNode",
      "RetryLimitDecisionNode",
      "SocialGoogleNode",
    ],
  ],
]);

/** What PingAM's own journeys have. */
const ofStock: ReadonlySet<Code> = new Set<Code>(["loose-limit", "unlimited-retry", "unprotected-cookie"]);

/** The same finding, as a note where PingAM itself has brought the journey and nobody has changed its nodes. */
export function milderInStock(finding: Diagnostic, journey: Journey): Diagnostic {
  if (finding.severity !== "warning" || !ofStock.has(finding.code) || !isStock(journey)) return finding;
  const help = `PingAM brings the journey so: see to it before anybody uses it. ${finding.help ?? ""}`.trimEnd();
  return { ...finding, severity: "info", help };
}

function isStock({ id, nodes }: Journey): boolean {
  const types = stock.get(id);
  if (types === undefined || nodes.length !== types.length) return false;
  const own = nodes.map(({ typeId }) => typeId).sort();
  return types.every((type, index) => type === own[index]);
}
