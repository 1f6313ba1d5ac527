import { mergedOrder } from "./merged-order.js";

/**
 * Merges lists without repeated items, to which items were only added or from which they were removed; common items
 * keep their order. The result is `undefined` for any other change.
 */
export function mergeSet(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const [before, left, right] = [new Set(base), new Set(ours), new Set(theirs)];
  if (before.size !== base.length || left.size !== ours.length || right.size !== theirs.length) return undefined;
  if (!isInOrderOf(base, ours, left) || !isInOrderOf(base, theirs, right)) return undefined;
  return mergedOrder(base, ours, theirs).filter((item) => !before.has(item) || (left.has(item) && right.has(item)));
}

function isInOrderOf(base: readonly string[], list: readonly string[], members: ReadonlySet<string>): boolean {
  const known = new Set(base);
  const kept = base.filter((item) => members.has(item));
  return list.filter((item) => known.has(item)).every((item, index) => item === kept[index]);
}
