import type { JourneyNode } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { analyseScript } from "../../rhino/analysis/analyse-script.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { journeyRule } from "../rule.js";
import { nodeAccess, scriptOf } from "../state/node-access.js";
import { slot } from "../state/slot.js";

const addresses = ["successUrl", "failureUrl"];

/**
 * Reports nodes that take an address from the request to which users are sent: nodes for parameters and headers by their settings, and
 * scripts that let a parameter begin the address without comparing it with anything.
 */
export const openRedirect = journeyRule("open-redirect", "may-miss", (facts, report) => {
  if (facts.journey.scripts.length === 0 && !facts.plays("reads-request")) return;
  for (const node of allNodes(facts.reachedNodes)) {
    const key = addressFromRequest(node, facts);
    if (key !== undefined) report({ at: node.namePlace, args: { node: nodeLabel(node), key } });
  }
});

/** What the address is for: a key of node state, or the callback that redirects. */
function addressFromRequest(node: JourneyNode, { scripts }: JourneyFacts): string | undefined {
  if (node.type?.roles?.includes("reads-request")) {
    const { writes } = nodeAccess(node, scripts);
    return addresses.find((key) => writes.some((write) => write.slot === slot("shared", key)));
  }
  const script = scriptOf(node, scripts);
  const analysed = script && analyseScript(script.body);
  return analysed?.kind === "analysed" ? analysed.requestAddresses[0]?.to : undefined;
}
