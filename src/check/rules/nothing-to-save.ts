import { type Collected, collectedUpTo, isForUsers } from "../collected-attributes.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports changes of an account for which nothing has been collected but what the account was looked up by, and new accounts
 * without a user name. Scripts, inner journeys and nodes that are not well known may collect anything.
 */
export const nothingToSave = journeyRule("nothing-to-save", "may-miss", (facts, report) => {
  const { graph } = facts;
  const known = new Map<number, Collected>();
  for (const role of ["writes-account", "creates-account"] as const) {
    for (const { index, node } of facts.playing(role)) {
      if (!facts.reached.has(index) || facts.isGivenState) continue;
      if (node.typeId !== "PatchObjectNode" && node.typeId !== "CreateObjectNode") continue;
      const collected = collectedUpTo(index, graph, known);
      if (collected.mayBeAnything) continue;
      const isNew = node.typeId === "CreateObjectNode";
      if (isNew ? collected.attributes.has("userName") || !isForUsers(facts.journey, node) : hasMore(collected))
        continue;
      report({ at: node.namePlace, args: { node: nodeLabel(node), isNew } });
    }
  }
});

/** Whether more was collected than what accounts are looked up by, and what the change leaves out. */
function hasMore({ attributes, without }: Collected): boolean {
  return [...attributes].some((each) => !without.has(each));
}
