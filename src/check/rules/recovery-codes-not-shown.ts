import { reachableFrom } from "../../model/graph-reachability.js";
import { nodeLabel } from "../describe-node.js";
import { mayHandleRecoveryCodes, recoveryCodesOf, showsRecoveryCodes } from "../recovery-codes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports registrations that make recovery codes which nothing behind them shows. Scripts and unknown nodes may show them, and so may
 * the journeys that run this one or that it runs.
 */
export const recoveryCodesNotShown = journeyRule("recovery-codes-not-shown", "may-miss", (facts, report) => {
  const { graph, reached } = facts;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index) || recoveryCodesOf(vertex.node) !== "yes") return;
    if (facts.isGivenState) return;
    const behind = [...reachableFrom(graph, index)].flatMap((at) => graph.vertices[at] ?? []);
    const isShown = behind.some(
      (at) => at.kind === "node" && (showsRecoveryCodes(at.node) || mayHandleRecoveryCodes(at.node)),
    );
    if (!isShown) report({ at: vertex.node.namePlace, args: { node: nodeLabel(vertex.node) } });
  });
});
