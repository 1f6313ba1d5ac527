import { nodeLabel, pathText } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { hasRole } from "../node-behaviour.js";
import { pathFrom } from "../proof/code-path.js";
import { proofOfOutcome } from "../proof/proof-of-outcome.js";
import { journeyRule } from "../rule.js";

/**
 * Reports one-time codes that are asked for again after a correct entry, on a path that generates no new code. Scripts,
 * inner journeys and unknown nodes may generate one, so paths through them are not reported.
 */
export const codeCheckedTwice = journeyRule("code-checked-twice", "may-miss", (facts, report) => {
  const { graph } = facts;
  for (const { index, node } of facts.playing("checks-code")) {
    if (!facts.reached.has(index) || isWithoutCode(index, facts)) continue;
    for (const edge of graph.outgoing[index] ?? []) {
      if (proofOfOutcome(node, edge.connection.outcomeId) !== "proven") continue;
      const path = pathFrom(
        graph,
        edge,
        (other) => hasRole(other, "checks-code"),
        (other) => hasRole(other, "generates-code"),
      );
      if (path) report({ at: node.namePlace, args: { node: nodeLabel(node), path: pathText(graph, path) } });
    }
  }
});

/** Whether nothing has made the code that a node checks: that is told, and the way round follows from it. */
function isWithoutCode(vertex: number, { state }: JourneyFacts): boolean {
  return state.reads.some(
    (at) => at.vertex === vertex && at.read.key === "oneTimePassword" && state.isMissingAtFirst(at),
  );
}
