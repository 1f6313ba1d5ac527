import { isNameBased } from "../../model/ids.js";
import type { JourneyNode } from "../../model/model.js";
import { alikeEnough, contentsAlike, type NodeContents } from "./node-content.js";
import { groupFree, type Pairs, pairInOrder, pairUnique } from "./pairs.js";

/** Matches inner nodes that have other ids: first within their page, then those that moved between pages or off a page. */
export function matchChildren(
  pairs: Pairs<JourneyNode>,
  before: readonly JourneyNode[],
  after: readonly JourneyNode[],
  contents: NodeContents,
): void {
  const childrenBefore = before.flatMap((page) => page.children);
  const childrenAfter = after.flatMap((page) => page.children);
  const everyBefore = [...childrenBefore, ...before];
  const everyAfter = [...childrenAfter, ...after];
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
  pairUnique(pairs, before, after, ({ id, name }) => (isNameBased(id) ? name : undefined));
  for (const { before: left, after: right } of groupFree(pairs, before, after, ({ typeId }) => typeId)) {
    const [one, other] = [left[0], right[0]];
    if (one === undefined || other === undefined || left.length > 1 || right.length > 1) continue;
    if (contentsAlike(contents.of(one), contents.of(other)) >= alikeEnough) pairs.pair(one, other);
  }
}
