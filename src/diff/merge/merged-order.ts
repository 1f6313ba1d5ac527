/**
 * The keys of both sides in one order, the same whichever side is ours: that of base, or of the side that changed it (of ours where
 * both did), with what a side added behind what stands before it there. Where both added at one place, the keys decide.
 */
export function mergedOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const isTheirs = !isSameOrder(base, theirs) && isSameOrder(base, ours);
  const [first, second] = isTheirs ? [theirs, ours] : [ours, theirs];
  const old = new Set(base);
  const isOld = (key: string) => old.has(key);
  const spine = insertInto(first.filter(isOld), second.filter(isOld));
  const [left, right] = [additionsOf(ours, old), additionsOf(theirs, old)];
  const order = [undefined, ...spine].flatMap((key) => [
    ...(key === undefined ? [] : [key]),
    ...[left.get(key) ?? [], right.get(key) ?? []].sort(byKeys).flat(),
  ]);
  return [...new Set(order)];
}

/** What a side added, by the old key that stands before it. */
function additionsOf(keys: readonly string[], old: ReadonlySet<string>): ReadonlyMap<string | undefined, string[]> {
  const additions = new Map<string | undefined, string[]>();
  let previous: string | undefined;
  for (const key of keys) {
    if (old.has(key)) previous = key;
    else additions.set(previous, [...(additions.get(previous) ?? []), key]);
  }
  return additions;
}

function byKeys(left: readonly string[], right: readonly string[]): number {
  const [one, other] = [left, right].map((keys) => keys.join("\n")) as [string, string];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether the keys that both lists have are in the same order. */
export function isSameOrder(left: readonly string[], right: readonly string[]): boolean {
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  const common = left.filter((key) => inRight.has(key));
  const others = right.filter((key) => inLeft.has(key));
  return common.every((key, index) => key === others[index]);
}

/** The first list, with each key that only the second has after its predecessor there. */
export function insertInto(keys: readonly string[], others: readonly string[]): readonly string[] {
  const followers = additionsOf(others, new Set(keys));
  return [...(followers.get(undefined) ?? []), ...keys.flatMap((key) => [key, ...(followers.get(key) ?? [])])];
}
