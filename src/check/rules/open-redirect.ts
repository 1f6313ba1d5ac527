import type { Journey, JourneyNode, Script } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { nodeAccess, scriptOf } from "../state/node-access.js";
import { scriptAccess } from "../state/script-access.js";
import { slot } from "../state/slot.js";

const addresses = ["successUrl", "failureUrl"];

/**
 * Reports nodes that copy an address for the end of the journey from the request: nodes for parameters and headers by
 * their settings, and scripts where the statement that sets the address uses `requestParameters`.
 */
export const openRedirect = journeyRule("open-redirect", "may-miss", (facts, report) => {
  const { journey } = facts;
  if (journey.scripts.length === 0 && !facts.plays("reads-request")) return;
  const scripts = scriptsOf(journey);
  for (const node of allNodes(facts.reachedNodes)) {
    const key = addresses.find((address) => takesFromRequest(node, address, scripts));
    if (key !== undefined) report({ at: node.namePlace, args: { node: nodeLabel(node), key } });
  }
});

function scriptsOf(journey: Journey): ReadonlyMap<string, Script> {
  return new Map(journey.scripts.map((script) => [script.id, script]));
}

function takesFromRequest(node: JourneyNode, key: string, scripts: ReadonlyMap<string, Script>): boolean {
  if (node.type?.roles?.includes("reads-request")) {
    return nodeAccess(node, scripts).writes.some((write) => write.slot === slot("shared", key));
  }
  const script = scriptOf(node, scripts);
  if (script === undefined || !script.body.includes("requestParameters")) return false;
  return scriptAccess(script.body).writes.some((write) => write.fromRequest && write.slot === slot("shared", key));
}
