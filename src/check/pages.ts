import type { JourneyNode } from "../model/model.js";

const pageTypeId = "PageNode";

export function isPage(node: JourneyNode): boolean {
  return node.typeId === pageTypeId;
}

/** From page version 2.0 on, certain nodes act on their own beside the one that decides. */
export function hasStandaloneChildren(page: JourneyNode): boolean {
  return page.version !== "1.0";
}
