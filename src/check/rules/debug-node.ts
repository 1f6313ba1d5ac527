import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports nodes that show the state to the user, where a path leads to them. */
export const debugNode = journeyRule("debug-node", "may-miss", (facts, report) => {
  if (!facts.plays("shows-state")) return;
  for (const node of allNodes(facts.reachedNodes)) {
    if (!node.type?.roles?.includes("shows-state")) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node) } });
  }
});
