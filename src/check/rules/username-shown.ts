import { isDominatedBy } from "../../model/graph-dominators.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { journeyRule } from "../rule.js";

/** The node types in which users type their user name. */
const asksForName: ReadonlySet<string> = new Set(["UsernameCollectorNode", "ValidatedUsernameNode"]);

/** Whether users see no other name than they have typed: each path asks for it, and nothing looks up an account by something else. */
function isOnesOwn(vertex: number, facts: JourneyFacts): boolean {
  if (facts.plays("identifies-account")) return false;
  const asking = facts.verticesWith(({ typeId, children }) =>
    [typeId, ...children.map((child) => child.typeId)].some((id) => asksForName.has(id)),
  );
  return asking.some(({ index }) => index !== vertex && isDominatedBy(facts.dominators, vertex, index));
}

/**
 * Reports nodes that show the user name of an account to somebody who has proved nothing. Scripts, unknown nodes and unknown
 * inner journeys may ask for a proof, so paths through them are not reported; nor is the name that users have typed themselves.
 */
export const usernameShown = journeyRule("username-shown", "may-miss", (facts, report) => {
  const { graph, reached } = facts;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return;
    const node = [vertex.node, ...vertex.node.children].find(({ typeId }) => typeId === "DisplayUserNameNode");
    if (node === undefined || !facts.proofs.unprovenVertices.has(index) || facts.isGivenState) return;
    if (isOnesOwn(index, facts)) return;
    const path = facts.proofs.pathWithoutProof(index);
    if (path !== undefined) report({ at: node.namePlace, args: { node: nodeLabel(node), path } });
  });
});
