import type { JourneyNode } from "../../model/model.js";
import { isFromExport, nodeLabel, pathText } from "../describe-node.js";
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
    if (first === undefined || path === undefined) continue;
    const args = { node: nodeLabel(node), path: pathText(graph, path) };
    const passedOver = facts.journey.nodes.find(
      (other) => hasRole(other, "sends-code") && !facts.reachedNodes.includes(other),
    );
    if (passedOver === undefined || isFromExport(facts.journey)) {
      // A node that sends the code before it is made is told as such.
      const senders = facts.reachedNodes.filter((other) => hasRole(other, "sends-code"));
      report({ at: node.namePlace, args, restsOn: senders.map(({ namePlace }) => namePlace) });
      continue;
    }
    const help = `Nothing leads to \`${nodeLabel(passedOver)}\`, which sends it: lead this arrow there.`;
    const related = [{ place: passedOver.namePlace, message: "This node sends it" }];
    report({ at: first.connection.targetPlace, args, help, related });
  }
});

function checksCode(node: JourneyNode): boolean {
  return hasRole(node, "checks-code");
}
