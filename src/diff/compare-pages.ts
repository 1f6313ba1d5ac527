import type { Journey, JourneyNode } from "../model/model.js";
import { addedNode, removedNode } from "./compare-node.js";
import type { Change } from "./difference.js";
import { type JourneyPair, labelOf } from "./journey-pair.js";
import type { MovedNodes } from "./moved-nodes.js";

/** Finds nodes that were added, removed or moved to another page, and inner nodes that changed their order. */
export function comparePlaces(pair: JourneyPair, moves: MovedNodes): readonly Change[] {
  const changes: Change[] = [];
  const pageOf = pagesOf(pair.before);
  for (const node of ordered(pair.after)) {
    const old = pair.nodes.beforeOf(node);
    if (old === undefined) changes.push(addedNode(node, pair, moves));
    else changes.push(...moved(old, node, pageOf, pair));
  }
  for (const node of ordered(pair.before)) {
    if (pair.nodes.afterOf(node) === undefined) changes.push(removedNode(node, pair, moves));
  }
  for (const page of pair.after.nodes) changes.push(...reordered(page, pair));
  return changes;
}

function ordered(journey: Journey): readonly JourneyNode[] {
  return journey.nodes.flatMap((node) => [node, ...node.children]);
}

function pagesOf(journey: Journey): ReadonlyMap<JourneyNode, JourneyNode> {
  return new Map(journey.nodes.flatMap((page) => page.children.map((child) => [child, page] as const)));
}

function moved(
  before: JourneyNode,
  after: JourneyNode,
  pageOf: ReadonlyMap<JourneyNode, JourneyNode>,
  pair: JourneyPair,
): readonly Change[] {
  const oldPage = pageOf.get(before);
  const from = oldPage && (pair.nodes.afterOf(oldPage) ?? oldPage).name;
  if (from === after.page) return [];
  return [{ kind: "node-moved", node: labelOf(after), from, to: after.page }];
}

/** Whether the inner nodes that stayed on the page are now in another order. */
function reordered(page: JourneyNode, pair: JourneyPair): readonly Change[] {
  const old = pair.nodes.beforeOf(page);
  if (old === undefined || page.children.length < 2) return [];
  const kept = new Set(page.children);
  const before = old.children.flatMap((child) => pair.nodes.afterOf(child) ?? []).filter((child) => kept.has(child));
  const stayed = new Set(before);
  const after = page.children.filter((child) => stayed.has(child));
  if (after.every((child, index) => child === before[index])) return [];
  const names = (children: readonly JourneyNode[]) => children.map(({ name }) => name);
  return [{ kind: "page-reordered", node: labelOf(page), before: names(before), after: names(after) }];
}
