import { reaching } from "../../model/graph-reachability.js";
import { nodeLabel } from "../describe-node.js";
import { mayHandleRecoveryCodes, recoveryCodesOf, showsRecoveryCodes } from "../recovery-codes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that show recovery codes where nothing before them makes any. Scripts and unknown nodes may make them, and so may the
 * journeys that run this one or that it runs.
 */
export const noRecoveryCodes = journeyRule("no-recovery-codes", "may-miss", (facts, report) => {
  const { graph, reached } = facts;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index) || !showsRecoveryCodes(vertex.node)) return;
    if (facts.isGivenState) return;
    for (const before of reaching(graph, index)) {
      const at = graph.vertices[before];
      if (at?.kind !== "node" || !reached.has(before)) continue;
      if (recoveryCodesOf(at.node) !== "no" || mayHandleRecoveryCodes(at.node)) return;
    }
    report({ at: vertex.node.namePlace, args: { node: nodeLabel(vertex.node) } });
  });
});
