import { nodeLabel } from "../describe-node.js";
import { countsAsSignedOn } from "../proof/proof-of-outcome.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that patch an account with its user's rights, where a path leads to them on which the user neither has
 * a session nor has entered a password. Paths through scripts, unknown nodes and unknown inner journeys are not
 * reported.
 */
export const patchAsObject = journeyRule("patch-as-object", "may-miss", (facts, report) => {
  for (const { index, node } of facts.playing("writes-account")) {
    const setting = node.properties.get("patchAsObject");
    if (setting?.value !== true || facts.isGivenState) continue;
    const { proofs } = facts;
    // Where there is no proof at all, `write-without-proof` reports the cause.
    if (proofs.unprovenVertices.has(index)) continue;
    const path = proofs.pathWithoutSuchProof(index, countsAsSignedOn);
    if (path === undefined) continue;
    report({ at: setting.place, args: { node: nodeLabel(node), path } });
  }
});
