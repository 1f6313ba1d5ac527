import { nodeLabel, pathText } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that change an account and that can be reached without any proof. Scripts, unknown nodes and unknown inner
 * journeys may ask for one, so paths through them are left out, as are journeys that get their state from others.
 */
export const writeWithoutProof = journeyRule("write-without-proof", "may-miss", (facts, report) => {
  const { graph } = facts;
  for (const { index, node } of facts.playing("writes-account")) {
    const { proofs } = facts;
    if (!proofs.unprovenVertices.has(index) || facts.isGivenState) continue;
    const path = proofs.pathWithoutProof(index);
    if (path === undefined) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node), path: pathText(graph, path) } });
  }
});
