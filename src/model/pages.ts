import type { JourneyNode } from "./model.js";

/** The node type of a page. */
export const pageTypeId = "PageNode";

/** The node type that runs another journey as an inner journey. */
export const innerJourneyTypeId = "InnerTreeEvaluatorNode";

/** The node types that the platform refuses inside a page. */
export const refusedInPages: ReadonlySet<string> = new Set([pageTypeId, innerJourneyTypeId]);

/** Whether a node is a page. */
export function isPage(node: { readonly typeId: string }): boolean {
  return node.typeId === pageTypeId;
}

/** Whether what a page holds is not known: the platform has no empty page, and an export may lack its settings. */
export function isPageOfUnknownNodes(node: {
  readonly typeId: string;
  readonly children: readonly unknown[];
}): boolean {
  return isPage(node) && node.children.length === 0;
}

/** Whether inner nodes of the page can act beside the one that decides: from page version 2.0 on, some can. */
export function hasStandaloneChildren(page: JourneyNode): boolean {
  return page.version !== "1.0";
}
