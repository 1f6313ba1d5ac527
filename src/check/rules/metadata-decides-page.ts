import { nodeLabel } from "../describe-node.js";
import { callbacksOf } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** Reports pages that ask something and whose last node only sends metadata, which never has an outcome. */
export const metadataDecidesPage = journeyRule("metadata-decides-page", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    const last = page.children.at(-1);
    if (last === undefined || page.children.length < 2 || last.typeId !== "MetadataNode") continue;
    // A page that sends only metadata is left to `page-without-question`.
    if (page.children.every((child) => callbacksOf(child)?.every(({ type }) => type === "MetadataCallback"))) continue;
    report({ at: last.namePlace, args: { page: nodeLabel(page), node: nodeLabel(last) } });
  }
});
