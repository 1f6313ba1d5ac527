import { nodeLabel } from "../describe-node.js";
import { onlyLostNode } from "../lost-nodes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports retry limits that limit nothing: both outcomes lead to the same node, or `Reject` leads back to the limit and
 * `Retry` does not. In a journey that other ones run, the retry may lead out and in again.
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
    if (!isSame && !(facts.comesBack(reject) && !facts.comesBack(retry))) continue;
    const lost = onlyLostNode(facts);
    const help =
      lost === undefined ? {} : { help: `Nothing leads to \`${nodeLabel(lost)}\`: is that meant by \`Reject\`?` };
    report({ at: reject.connection.targetPlace, args: { node: nodeLabel(node), same: isSame }, ...help });
  }
});
