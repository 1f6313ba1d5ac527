import type { JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import { arrowsFrom } from "../arrows-past.js";
import { nodeLabel } from "../describe-node.js";
import { groupNodes, relatedNodes } from "../node-groups.js";
import { mayLeadElsewhere } from "../open-way.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes from which neither end can be reached, once for each group, at the node where the group is entered, or at the one
 * arrow that leads back there.
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
    const args = { name: nodeLabel(head), others: others.length };
    const back = onlyArrowBack(head, others);
    if (back === undefined) {
      report({ at: head.namePlace, args, related });
      continue;
    }
    const { from, connection } = back;
    const own = { place: head.namePlace, message: `${nodeLabel(head)} is the node that it leads back to` };
    const there = from === head ? "its own node" : `\`${nodeLabel(head)}\``;
    const help = `This arrow leads back to ${there}, and nothing leads out from there: lead it to another node, or to an end.`;
    report({ at: connection.targetPlace, args, help, related: [own, ...related] });
  }
});

/** The only arrow of some nodes that leads back to the first of them. */
function onlyArrowBack(head: JourneyNode, others: readonly JourneyNode[]) {
  const back = [head, ...others].flatMap((from) =>
    arrowsFrom(from).flatMap(({ first: connection, target }) =>
      target.kind === "node" && target.name === head.name ? [{ from, connection }] : [],
    ),
  );
  const [only, second] = back;
  return second === undefined ? only : undefined;
}

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
