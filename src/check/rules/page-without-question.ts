import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { asksNothing, callbacksOf } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** Callbacks that login pages process without showing anything. */
const unseen: ReadonlySet<string> = new Set(["MetadataCallback"]);

/**
 * Reports pages that show nothing to the user, because all their nodes send nothing or only metadata. Where each of the
 * nodes is reported by `silent-page-child`, the page is not.
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
