import type { JourneyNode } from "../../model/model.js";
import type { NodeContents } from "./node-content.js";
import { type Pairs, pairInOrder, pairUnique } from "./pairs.js";

/**
 * Matches inner nodes: first by id anywhere, then within their page, then those that moved between pages or off a page.
 */
export function matchChildren(
  pairs: Pairs<JourneyNode>,
  before: readonly JourneyNode[],
  after: readonly JourneyNode[],
  contents: NodeContents,
): void {
  const childrenBefore = before.flatMap((page) => page.children);
  const childrenAfter = after.flatMap((page) => page.children);
  pairUnique(pairs, childrenBefore, childrenAfter, ({ id }) => id);
  const everyBefore = [...childrenBefore, ...before];
  const everyAfter = [...childrenAfter, ...after];
  pairUnique(pairs, everyBefore, everyAfter, ({ id }) => id);
  for (const page of before) {
    const other = pairs.afterOf(page);
    if (other !== undefined && page.children.length > 0) matchWithin(pairs, page.children, other.children, contents);
  }
  pairUnique(pairs, everyBefore, everyAfter, (node) => contents.of(node).titled);
  pairUnique(pairs, everyBefore, everyAfter, ({ name, typeId, displayName }) =>
    JSON.stringify([name, typeId, displayName]),
  );
}

function matchWithin(
  pairs: Pairs<JourneyNode>,
  before: readonly JourneyNode[],
  after: readonly JourneyNode[],
  contents: NodeContents,
): void {
  pairInOrder(pairs, before, after, (node) => contents.of(node).titled);
  pairUnique(pairs, before, after, ({ name, typeId }) => JSON.stringify([name, typeId]));
  pairUnique(pairs, before, after, ({ displayName, typeId }) => JSON.stringify([displayName, typeId]));
  pairInOrder(pairs, before, after, (node) => contents.of(node).plain);
  pairUnique(pairs, before, after, ({ name }) => name);
  pairUnique(pairs, before, after, ({ typeId }) => typeId);
}
