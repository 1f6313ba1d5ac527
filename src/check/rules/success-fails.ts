import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { reaching } from "../../model/graph-reachability.js";
import { type LeadsThere, waysTo } from "../../model/graph-ways.js";
import { nodeLabel, outcomeLabel } from "../describe-node.js";
import { mayLeadElsewhere } from "../open-way.js";
import { meaningOf, taskOf } from "../outcome-meaning.js";
import { journeyRule } from "../rule.js";

/**
 * Reports outcomes that say that a check, a change of an account or an inner journey has succeeded, where nothing but failure
 * can come of them. In an unfinished journey everything may still lead to failure, so either the other outcome must fare
 * better, or a check or change must lead straight to failure, or a passed check back to itself.
 */
export const successFails = journeyRule("success-fails", "may-overreport", (facts, report) => {
  const { graph, journey, reached } = facts;
  let ends: readonly number[] | undefined;
  let leading: ReadonlySet<number> | undefined;
  let ways: LeadsThere | undefined;
  let waysToSuccess: LeadsThere | undefined;
  // Whether success, or something that is not known, can be reached over an edge without coming back to where it starts.
  const maySucceed = (edge: GraphEdge) => {
    const { from, to } = edge;
    if (to === from) return false;
    if (to === graph.success) return true;
    ends ??= openEnds(graph);
    if (!facts.comesBack(edge)) {
      leading ??= reaching(graph, ends);
      return leading.has(to);
    }
    ways ??= waysTo(graph, ends);
    return ways(to, from);
  };
  const succeeds = ({ from, to }: GraphEdge) => {
    waysToSuccess ??= waysTo(graph, [graph.success]);
    return to !== from && (to === graph.success || waysToSuccess(to, from));
  };
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return;
    const { node } = vertex;
    const edges = graph.outgoing[index] ?? [];
    for (const edge of edges) {
      const { outcomeId, targetPlace } = edge.connection;
      const task = taskOf(node, outcomeId);
      if (task === undefined || meaningOf(node, outcomeId) !== "done" || maySucceed(edge)) continue;
      const swapped = edges.find(
        (other) => meaningOf(node, other.connection.outcomeId) === "failed" && succeeds(other),
      );
      const isSwapped = swapped !== undefined;
      const isWrongEnd = edge.to === graph.failure || (task === "check" && facts.comesBack(edge));
      if (!isSwapped && (task === "inner journey" || !isWrongEnd)) continue;
      // A rule of the author's about the node says more, where it is broken.
      const restsOn = journey.rules.flatMap((rule) =>
        (rule.kind === "require" ? rule.node : rule.after) === node.name ? [rule.place] : [],
      );
      const outcome = outcomeLabel(node, outcomeId);
      const isExchanged = edge.to === graph.failure && swapped?.to === graph.success;
      const other = isExchanged ? outcomeLabel(node, swapped.connection.outcomeId) : "";
      const help = isExchanged ? { help: `Exchange the targets of \`${outcome}\` and \`${other}\`.` } : {};
      report({ at: targetPlace, args: { node: nodeLabel(node), outcome }, restsOn, ...help });
    }
  });
});

/** The end `success`, and the nodes that lead to something that is not known. */
function openEnds(graph: JourneyGraph): readonly number[] {
  const ends = [graph.success];
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind === "node" && mayLeadElsewhere(vertex.node)) ends.push(index);
  });
  return ends;
}
