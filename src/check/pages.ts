import type { Journey, JourneyNode } from "../model/model.js";
import { reachedNodes } from "./reached-nodes.js";
import type { ModelFacts } from "./rule.js";

export const pageTypeId = "PageNode";

/** The pages that some path visits. */
export function* reachedPages(journey: Journey, facts: ModelFacts): Iterable<JourneyNode> {
  for (const node of reachedNodes(journey, facts)) if (node.typeId === pageTypeId) yield node;
}

/** From page version 2.0 on, certain nodes act on their own beside the one that decides. */
export function hasStandaloneChildren(page: JourneyNode): boolean {
  return page.version !== "1.0";
}
