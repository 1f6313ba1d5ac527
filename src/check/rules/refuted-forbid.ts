import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { vertexOfTarget } from "../../model/graph.js";
import { shortestCycle } from "../../model/graph-cycle.js";
import { shortestPath } from "../../model/graph-path.js";
import { passedText, pathText, vertexLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Refutes `forbid B after A` with the shortest path from A (or from that outcome of A) to B. An unreachable node cannot
 * break the rule.
 */
export const refutedForbid = journeyRule("refuted-forbid", "proves", (facts, report) => {
  const { journey, graph } = facts;
  for (const rule of journey.rules) {
    if (rule.kind !== "forbid") continue;
    const from = graph.byName.get(rule.after);
    const target = vertexOfTarget(graph, rule.target);
    if (from === undefined || target === undefined || !facts.reached.has(from)) continue;
    const path = pathAfter(graph, from, rule.outcomeId, target);
    if (path === undefined) continue;
    const node = passedText(graph, from, rule.outcomeId);
    report({
      at: rule.place,
      args: { node, target: vertexLabel(graph, target), path: pathText(graph, path) },
      related: path.slice(0, 1).map((edge) => ({ place: edge.connection.place, message: "The path begins here" })),
    });
  }
});

function pathAfter(
  graph: JourneyGraph,
  from: number,
  outcomeId: string | undefined,
  target: number,
): readonly GraphEdge[] | undefined {
  if (outcomeId === undefined) return from === target ? shortestCycle(graph, from) : shortestPath(graph, from, target);
  const first = graph.outgoing[from]?.find((edge) => edge.connection.outcomeId === outcomeId);
  const rest = first && shortestPath(graph, first.to, target);
  return first && rest && [first, ...rest];
}
