import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { asksNothing, callbacksOf } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** What login pages handle without showing it. */
const unseen: ReadonlySet<string> = new Set(["MetadataCallback"]);

/**
 * Reports pages on which nothing is shown to the user: all nodes are known to send nothing, or metadata alone. A page of
 * nodes that all have no business on one is reported node by node instead.
 */
export const pageWithoutQuestion = journeyRule("page-without-question", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    if (page.children.length === 0 || !page.children.every(showsNothing) || page.children.every(asksNothing)) continue;
    report({ at: page.namePlace, args: { page: nodeLabel(page) } });
  }
});

function showsNothing(node: JourneyNode): boolean {
  return callbacksOf(node)?.every((callback) => unseen.has(callback.type)) === true;
}
