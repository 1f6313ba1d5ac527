import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports reachable nodes that change an account without any proof of ownership. Scripts, unknown nodes and unknown
 * inner journeys may ask for one, so paths through them are not reported; nor are journeys that get their state from
 * others.
 */
export const writeWithoutProof = journeyRule("write-without-proof", "may-miss", (facts, report) => {
  for (const { index, node } of facts.playing("writes-account")) {
    const { proofs } = facts;
    if (!proofs.unprovenVertices.has(index) || facts.isGivenState) continue;
    const path = proofs.pathWithoutProof(index);
    if (path === undefined) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node), path } });
  }
});
