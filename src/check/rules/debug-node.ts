import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { reachedNodes } from "../reached-nodes.js";
import { journeyRule } from "../rule.js";

/** Reports nodes that show the state to the user, where a path leads to them. */
export const debugNode = journeyRule("debug-node", "may-miss", (journey, report, facts) => {
  for (const node of allNodes([...reachedNodes(journey, facts)])) {
    if (!node.type?.roles?.includes("shows-state")) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node) } });
  }
});
