import type { Place } from "../../diagnostics/diagnostic.js";
import type { JourneyNode } from "../../model/model.js";
import { placeInScript } from "../../model/script-place.js";
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
    const found = addressFromRequest(node, facts);
    if (found === undefined) continue;
    const { to: key, at = node.namePlace } = found;
    const related = at === node.namePlace ? [] : [{ place: node.namePlace, message: "The node that runs it" }];
    report({ at, args: { node: nodeLabel(node), key }, related });
  }
});

/** What the address is for, a key of node state or the callback that redirects, and where a script takes it. */
function addressFromRequest(
  node: JourneyNode,
  { scripts }: JourneyFacts,
): { readonly to: string; readonly at?: Place } | undefined {
  if (node.type?.roles?.includes("reads-request")) {
    const { writes } = nodeAccess(node, scripts);
    const to = addresses.find((key) => writes.some((write) => write.slot === slot("shared", key)));
    return to === undefined ? undefined : { to };
  }
  const script = scriptOf(node, scripts);
  const analysed = script && analyseScript(script.body);
  const [first] = analysed?.kind === "analysed" ? analysed.requestAddresses : [];
  if (!script || !first || analysed?.kind !== "analysed") return undefined;
  return { to: first.to, at: placeInScript(script, analysed.originalOffset(first.at)).at };
}
