import { nodeLabel, pathText } from "../describe-node.js";
import { hasRole } from "../node-behaviour.js";
import { pathFrom } from "../proof/code-path.js";
import { journeyRule } from "../rule.js";

/**
 * Reports one-time codes that are generated and asked for, on a path on which no node sends them. Scripts, inner
 * journeys and unknown nodes may send a code, so paths through them are not reported.
 */
export const codeNotSent = journeyRule("code-not-sent", "may-miss", (facts, report) => {
  const { graph } = facts;
  for (const { index, node } of facts.playing("generates-code")) {
    if (!facts.reached.has(index)) continue;
    const [first] = graph.outgoing[index] ?? [];
    const path = first && pathFrom(graph, first, checksCode, (node) => hasRole(node, "sends-code"));
    if (path === undefined) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node), path: pathText(graph, path) } });
  }
});

function checksCode(node: Parameters<typeof hasRole>[0]): boolean {
  return hasRole(node, "checks-code");
}
