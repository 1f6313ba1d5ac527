import { lookUpType, shortTypeName } from "../../catalogue/catalogue.js";
import { reaching } from "../../model/graph-reachability.js";
import { nodeLabel } from "../describe-node.js";
import { hasRole } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that work for an end of the journey that nothing behind them leads to. What they set stays when an inner journey ends, so
 * journeys that others run are left out.
 */
export const urlWithoutEffect = journeyRule("url-without-effect", "may-overreport", (facts, report) => {
  const { graph } = facts;
  if (facts.isGivenState) return;
  const serving = facts.reachedWith(({ type }) => type?.servesEnd !== undefined);
  if (serving.length === 0) return;
  const leadsTo = { success: reaching(graph, graph.success), failure: reaching(graph, graph.failure) };
  for (const { index, node } of serving) {
    const end = node.type?.servesEnd;
    if (end === undefined) continue;
    // A node that leads nowhere has a finding of its own.
    const other = end === "success" ? "failure" : "success";
    if (leadsTo[end].has(index) || !leadsTo[other].has(index)) continue;
    const args = { node: nodeLabel(node), end, isAddress: hasRole(node, "sets-address") };
    report({ at: node.namePlace, args, ...ofOtherEnd(node.typeId, end) });
  }
});

/** The type that does the same for the other end. */
function ofOtherEnd(typeId: string, end: "success" | "failure"): { readonly help?: string } {
  const [own, other] = end === "success" ? ["Success", "Failure"] : ["Failure", "Success"];
  const type = lookUpType(typeId.replace(own, other));
  if (type === undefined || type.id === typeId) return {};
  return { help: `Make it a \`${shortTypeName(type.id)}\`, or put it where ${end} can follow.` };
}
