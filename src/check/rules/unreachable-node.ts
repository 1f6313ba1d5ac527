import { nodeLabel } from "../describe-node.js";
import { groupNodes, relatedNodes } from "../node-groups.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that no path from `start` visits, once for each group, at the node from which the others are reached.
 * Nothing is reported where the start itself leads nowhere, which has a finding of its own.
 */
export const unreachableNode = journeyRule("unreachable-node", "proves", (facts, report) => {
  const { journey } = facts;
  if (journey.entry === undefined || journey.entry.target.kind === "foreign") return;
  if (facts.reachedNodes.length === journey.nodes.length) return;
  const { graph, reached, document } = facts;
  // A node that a page also shows is not lost; `shared-node` reports that it occurs in two places.
  const onPages = document.nodesOnPages();
  const unreached = new Set<number>();
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind === "node" && !reached.has(index) && !onPages.has(vertex.node.id)) unreached.add(index);
  }
  if (unreached.size === 0) return;
  for (const { head, others } of groupNodes(graph, unreached)) {
    const related = relatedNodes(others, (label) => `${label} is only reached from there`);
    report({ at: head.namePlace, args: { name: nodeLabel(head), others: others.length }, related });
  }
});
