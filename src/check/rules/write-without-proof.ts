import { nodeLabel, pathText } from "../describe-node.js";
import { hasRole } from "../node-behaviour.js";
import { proofFactsOf } from "../proof/proof-facts.js";
import { journeyRule } from "../rule.js";
import { stateFactsOf } from "../state/state-facts.js";

/**
 * Reports nodes that change an account and that can be reached without any proof. Scripts, unknown nodes and unknown inner
 * journeys may ask for one, so paths through them are left out, as are journeys that get their state from others.
 */
export const writeWithoutProof = journeyRule("write-without-proof", "may-miss", (journey, report, facts) => {
  const graph = facts.graphOf(journey);
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind !== "node" || !hasRole(vertex.node, "writes-account")) continue;
    const proofs = proofFactsOf(facts);
    if (!proofs.unprovenIn(journey).has(index) || stateFactsOf(facts).isGivenState(journey)) continue;
    const path = proofs.pathWithoutProof(journey, index);
    if (path === undefined) continue;
    report({ at: vertex.node.namePlace, args: { node: nodeLabel(vertex.node), path: pathText(graph, path) } });
  }
});
