import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports reachable nodes that show the node state to the user. */
export const debugNode = journeyRule("debug-node", "may-miss", (facts, report) => {
  if (!facts.plays("shows-state")) return;
  for (const node of allNodes(facts.reachedNodes)) {
    if (!node.type?.roles?.includes("shows-state")) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node) } });
  }
});
