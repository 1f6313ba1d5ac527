import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { relatedNodes } from "../node-groups.js";
import { journeyRule } from "../rule.js";

/** Reports reachable nodes that show the node state to the user, once for each journey. */
export const debugNode = journeyRule("debug-node", "may-miss", (facts, report) => {
  if (!facts.plays("shows-state")) return;
  const [first, ...others] = allNodes(facts.reachedNodes).filter(({ type }) => type?.roles?.includes("shows-state"));
  if (first === undefined) return;
  const related = relatedNodes(others, (label) => `${label} does so too`);
  report({ at: first.namePlace, args: { node: nodeLabel(first), others: others.length }, related });
});
