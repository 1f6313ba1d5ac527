import { nodeLabel, pathText } from "../describe-node.js";
import { hasRole } from "../node-behaviour.js";
import { countsAsSignedOn } from "../proof/proof-of-outcome.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that patch an account with the rights of its user, where a path leads to them on which the user neither has
 * a session nor has shown a password. Paths through scripts, unknown nodes and unknown inner journeys are left out.
 */
export const patchAsObject = journeyRule("patch-as-object", "may-miss", (facts, report) => {
  if (!facts.plays("writes-account")) return;
  const { graph } = facts;
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind !== "node" || !hasRole(vertex.node, "writes-account")) continue;
    const setting = vertex.node.properties.get("patchAsObject");
    if (setting?.value !== true || facts.isGivenState) continue;
    const { proofs } = facts;
    // Without any proof, that is the cause, and `write-without-proof` reports it.
    if (proofs.unprovenVertices.has(index)) continue;
    const path = proofs.pathWithoutProof(index, countsAsSignedOn);
    if (path === undefined) continue;
    report({ at: setting.place, args: { node: nodeLabel(vertex.node), path: pathText(graph, path) } });
  }
});
