import { reachableFrom } from "../../model/graph-reachability.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

const ends = { SetSuccessUrlNode: "success", SetFailureUrlNode: "failure" } as const;

/**
 * Reports addresses for an end of the journey that nothing behind them leads to. They stay set when an inner journey ends, so journeys
 * that others run are left out.
 */
export const urlWithoutEffect = journeyRule("url-without-effect", "may-overreport", (facts, report) => {
  const { graph, reached } = facts;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return;
    const { node } = vertex;
    const end = Object.hasOwn(ends, node.typeId) ? ends[node.typeId as keyof typeof ends] : undefined;
    if (end === undefined || facts.isGivenState) return;
    const behind = reachableFrom(graph, index);
    // A node that leads nowhere has a finding of its own.
    const other = end === "success" ? graph.failure : graph.success;
    if (behind.has(graph[end]) || !behind.has(other)) return;
    report({ at: node.namePlace, args: { node: nodeLabel(node), end } });
  });
});
