import type { Connection } from "../../model/model.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { hasRole, takesNoAnswer } from "../node-behaviour.js";
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
  const groups = groupNodes(graph, unreached);
  // An arrow to failure that has a finding of its own most likely was to lead there. So was one from a code to where it is asked for,
  // past the node that sends it.
  const arrows = facts.reachedNodes.flatMap((node) =>
    node.connections.flatMap(({ target, targetPlace }) =>
      target.kind === "failure" || hasRole(node, "generates-code") ? [targetPlace] : [],
    ),
  );
  const circle = groups.length === 1 ? pointlessCircle(facts) : undefined;
  for (const { head, others } of groups) {
    const related = relatedNodes(others, (label) => `${label} is only reached from there`);
    const args = { name: nodeLabel(head), others: others.length };
    if (circle === undefined) {
      report({ at: head.namePlace, args, related, restsOn: groups.length === 1 ? arrows : [] });
      continue;
    }
    const help = `Did you mean \`${head.name}\`? The arrow leads back to its own node, where nothing changes.`;
    const at = isFromExport(journey) ? head.namePlace : circle.targetPlace;
    report({ at, args, help, related: [{ place: head.namePlace, message: "It is here" }, ...related] });
  }
});

/** The only arrow that leads back to its own node although nobody answers that: it most likely was to lead on. */
function pointlessCircle({ reachedNodes }: JourneyFacts): Connection | undefined {
  const [only, second] = reachedNodes.flatMap((node) =>
    takesNoAnswer(node)
      ? node.connections.filter(({ target }) => target.kind === "node" && target.name === node.name)
      : [],
  );
  return second === undefined ? only : undefined;
}
