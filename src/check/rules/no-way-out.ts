import type { JourneyGraph } from "../../model/graph.js";
import { nodeLabel } from "../describe-node.js";
import { groupNodes, relatedNodes } from "../node-groups.js";
import { mayLeadElsewhere } from "../open-way.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes from which neither end can be reached: once for each group, at the node where the way in begins. Silent
 * where the way may go on at an outcome that is open, dangling or unknown: that has a finding of its own.
 */
export const noWayOut = journeyRule("no-way-out", "may-miss", (journey, report, facts) => {
  const graph = facts.graphOf(journey);
  const leaving = leadingOut(graph);
  const stuck = new Set([...facts.reachedIn(journey)].filter((vertex) => !leaving.has(vertex)));
  stuck.delete(graph.start);
  if (stuck.size === 0) return;
  for (const { head, others } of groupNodes(graph, stuck)) {
    const related = relatedNodes(others, (label) => `${label} does not lead out either`);
    report({ at: head.namePlace, args: { name: nodeLabel(head), others: others.length }, related });
  }
});

/** The vertices from which an end, or something that may lead to one, is reached. */
function leadingOut(graph: JourneyGraph): ReadonlySet<number> {
  const found = new Set([graph.success, graph.failure]);
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind !== "node") continue;
    if (mayLeadElsewhere(vertex.node)) found.add(index);
  }
  for (const vertex of found) for (const { from } of graph.incoming[vertex] ?? []) found.add(from);
  return found;
}
