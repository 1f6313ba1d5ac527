import { nodeLabel, pathText } from "../describe-node.js";
import { hasRole } from "../node-behaviour.js";
import { proofFactsOf } from "../proof/proof-facts.js";
import { countsAsSignedOn } from "../proof/proof-of-outcome.js";
import { journeyRule } from "../rule.js";
import { stateFactsOf } from "../state/state-facts.js";

/**
 * Reports nodes that patch an account with the rights of its user, where a path leads to them on which the user neither has
 * a session nor has shown a password. Paths through scripts, unknown nodes and unknown inner journeys are left out.
 */
export const patchAsObject = journeyRule("patch-as-object", "may-miss", (journey, report, facts) => {
  const graph = facts.graphOf(journey);
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind !== "node" || !hasRole(vertex.node, "writes-account")) continue;
    const setting = vertex.node.properties.get("patchAsObject");
    if (setting?.value !== true || stateFactsOf(facts).isGivenState(journey)) continue;
    const proofs = proofFactsOf(facts);
    // Without any proof, that is the cause, and `write-without-proof` reports it.
    if (proofs.unprovenIn(journey).has(index)) continue;
    const path = proofs.pathWithoutProof(journey, index, countsAsSignedOn);
    if (path === undefined) continue;
    report({ at: setting.place, args: { node: nodeLabel(vertex.node), path: pathText(graph, path) } });
  }
});
