import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that show the user name of an account to somebody who has proved nothing. Scripts, unknown nodes and unknown
 * inner journeys may ask for a proof, so paths through them are not reported.
 */
export const usernameShown = journeyRule("username-shown", "may-miss", (facts, report) => {
  const { graph, reached } = facts;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return;
    const node = [vertex.node, ...vertex.node.children].find(({ typeId }) => typeId === "DisplayUserNameNode");
    if (node === undefined || !facts.proofs.unprovenVertices.has(index) || facts.isGivenState) return;
    const path = facts.proofs.pathWithoutProof(index);
    if (path !== undefined) report({ at: node.namePlace, args: { node: nodeLabel(node), path } });
  });
});
