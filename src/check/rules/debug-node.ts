import { propertiesByName } from "../../model/known-properties.js";
import type { JourneyNode } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { relatedNodes } from "../node-groups.js";
import { journeyRule } from "../rule.js";

/** Reports reachable nodes that show the node state to the user, once for each journey. */
export const debugNode = journeyRule("debug-node", "may-miss", (facts, report) => {
  if (!facts.plays("shows-state")) return;
  const [first, ...others] = allNodes(facts.reachedNodes).filter(showsState);
  if (first === undefined) return;
  const related = relatedNodes(others, (label) => `${label} does so too`);
  report({ at: first.namePlace, args: { node: nodeLabel(first), others: others.length }, related });
});

function showsState(node: JourneyNode): boolean {
  return node.type?.roles?.includes("shows-state") === true && !isOfOtherType(node);
}

/**
 * Whether a node has settings, and its type none of them: then it is of another type with the same id. The `DebugNode` for AM 6.5
 * only writes the state into the log of the server.
 */
function isOfOtherType({ type, version, properties }: JourneyNode): boolean {
  const known = propertiesByName(type, version);
  const given = [...properties.keys()];
  return known !== undefined && given.length > 0 && given.every((name) => !known.has(name));
}
