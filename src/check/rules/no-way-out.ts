import type { JourneyGraph } from "../../model/graph.js";
import { nodeLabel } from "../describe-node.js";
import { groupNodes, relatedNodes } from "../node-groups.js";
import { mayLeadElsewhere } from "../open-way.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes from which neither end can be reached, once for each group, at the node where the group is entered.
 * Nothing is reported where the path may continue at an unconnected, dangling or unknown outcome, which has a finding
 * of its own.
 */
export const noWayOut = journeyRule("no-way-out", "may-miss", (facts, report) => {
  const { graph } = facts;
  const leaving = leadingOut(graph);
  const stuck = new Set<number>();
  for (const vertex of facts.reached) if (vertex !== graph.start && !leaving.has(vertex)) stuck.add(vertex);
  if (stuck.size === 0) return;
  for (const { head, others } of groupNodes(graph, stuck)) {
    const related = relatedNodes(others, (label) => `${label} does not lead out either`);
    report({ at: head.namePlace, args: { name: nodeLabel(head), others: others.length }, related });
  }
});

/** The vertices from which an end, or something that may lead to one, can be reached. */
function leadingOut(graph: JourneyGraph): ReadonlySet<number> {
  const found = new Set([graph.success, graph.failure]);
  for (let index = 0; index < graph.vertices.length; index++) {
    const vertex = graph.vertices[index];
    if (vertex?.kind === "node" && mayLeadElsewhere(vertex.node)) found.add(index);
  }
  for (const vertex of found) for (const { from } of graph.incoming[vertex] ?? []) found.add(from);
  return found;
}
