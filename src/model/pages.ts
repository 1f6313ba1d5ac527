import type { JourneyNode } from "./model.js";

/** The platform's type of a page: the one node that holds others. */
export const pageTypeId = "PageNode";

/** The type of a node that runs another journey as part of its own. */
export const innerJourneyTypeId = "InnerTreeEvaluatorNode";

/** The types that the platform's own check refuses inside a page. */
export const refusedInPages: ReadonlySet<string> = new Set([pageTypeId, innerJourneyTypeId]);

export function isPage(node: { readonly typeId: string }): boolean {
  return node.typeId === pageTypeId;
}

/** From page version 2.0 on, certain nodes act on their own beside the one that decides. */
export function hasStandaloneChildren(page: JourneyNode): boolean {
  return page.version !== "1.0";
}
