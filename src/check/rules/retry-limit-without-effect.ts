import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { nodeLabel, outcomeLabel } from "../describe-node.js";
import { onlyLostNode } from "../lost-nodes.js";
import { meaningOf } from "../outcome-meaning.js";
import { journeyRule } from "../rule.js";

/**
 * Reports retry limits that limit nothing: both outcomes lead to the same node, `Reject` leads back to the limit and
 * `Retry` does not, or `Reject` leads on as the success of the check before does. In a journey that other ones run, the retry may lead out and in again.
 */
export const retryLimitWithoutEffect = journeyRule("retry-limit-without-effect", "may-miss", (facts, report) => {
  const { graph } = facts;
  for (const { index, node } of facts.playing("limits-retries")) {
    if (node.typeId !== "RetryLimitDecisionNode" || !facts.reached.has(index)) continue;
    const edges = graph.outgoing[index] ?? [];
    const retry = edges.find(({ connection }) => connection.outcomeId === "Retry");
    const reject = edges.find(({ connection }) => connection.outcomeId === "Reject");
    if (retry === undefined || reject === undefined) continue;
    const isSame = retry.to === reject.to;
    const passed = isSame ? undefined : asPassed(reject, graph);
    if (!isSame && passed === undefined && !(facts.comesBack(reject) && !facts.comesBack(retry))) continue;
    const lost = onlyLostNode(facts);
    const help =
      lost === undefined ? {} : { help: `Nothing leads to \`${nodeLabel(lost)}\`: is that meant by \`Reject\`?` };
    report({ at: reject.connection.targetPlace, args: { node: nodeLabel(node), same: isSame, passed }, ...help });
  }
});

/** The outcome of the check before a limit that leads on where `Reject` does: whoever has failed too often goes on like everybody else. */
function asPassed(reject: GraphEdge, graph: JourneyGraph): string | undefined {
  // That a failure ends in success is told as such.
  if (reject.to === graph.failure || reject.to === graph.success) return undefined;
  for (const { from, connection } of graph.incoming[reject.from] ?? []) {
    const check = graph.vertices[from];
    if (check?.kind !== "node" || meaningOf(check.node, connection.outcomeId) !== "failed") continue;
    const done = (graph.outgoing[from] ?? []).find(
      (edge) => edge.to === reject.to && meaningOf(check.node, edge.connection.outcomeId) === "done",
    );
    if (done !== undefined) return `${nodeLabel(check.node)}.${outcomeLabel(check.node, done.connection.outcomeId)}`;
  }
  return undefined;
}
