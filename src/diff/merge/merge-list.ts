/** A member of a list with its key; repeated keys are numbered. */
export interface Keyed<T> {
  readonly key: string;
  readonly member: T;
}

export function keyed<T>(members: readonly T[], keyOf: (member: T) => string): readonly Keyed<T>[] {
  const seen = new Map<string, number>();
  return members.map((member) => {
    const key = keyOf(member);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { key: count === 1 ? key : `${key}\u0000${count}`, member };
  });
}

/** Merges the versions of one member, each `undefined` where that side lacks it; returns `undefined` to remove it. */
export type MergeMember<T> = (base: T | undefined, ours: T | undefined, theirs: T | undefined) => T | undefined;

/**
 * Merges lists of keyed members. The result has the order of ours, and members that only theirs has follow their
 * predecessor in theirs. With `isOrdered`, the order of theirs is taken where only theirs changed it.
 */
export function mergeKeyed<T>(
  base: readonly Keyed<T>[],
  ours: readonly Keyed<T>[],
  theirs: readonly Keyed<T>[],
  merge: MergeMember<T>,
  isOrdered = false,
): readonly T[] {
  const [baseByKey, oursByKey, theirsByKey] = [base, ours, theirs].map(byKey) as [Table<T>, Table<T>, Table<T>];
  const merged = new Map<string, T>();
  for (const key of new Set([...oursByKey.keys(), ...theirsByKey.keys()])) {
    const member = merge(baseByKey.get(key), oursByKey.get(key), theirsByKey.get(key));
    if (member !== undefined) merged.set(key, member);
  }
  return orderOf(base, ours, theirs, isOrdered).flatMap((key) => {
    const member = merged.get(key);
    return member === undefined ? [] : [member];
  });
}

type Table<T> = ReadonlyMap<string, T>;

function byKey<T>(list: readonly Keyed<T>[]): Table<T> {
  return new Map(list.map(({ key, member }) => [key, member]));
}

function orderOf<T>(
  base: readonly Keyed<T>[],
  ours: readonly Keyed<T>[],
  theirs: readonly Keyed<T>[],
  isOrdered: boolean,
): readonly string[] {
  const [before, left, right] = [base, ours, theirs].map((list) => list.map(({ key }) => key)) as [
    string[],
    string[],
    string[],
  ];
  const isTheirs = isOrdered && !isSameOrder(before, right) && isSameOrder(before, left);
  return isTheirs ? insertInto(right, left) : insertInto(left, right);
}

/** Whether the keys that both lists have are in the same order. */
export function isSameOrder(left: readonly string[], right: readonly string[]): boolean {
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  const common = left.filter((key) => inRight.has(key));
  const others = right.filter((key) => inLeft.has(key));
  return common.every((key, index) => key === others[index]);
}

/** The first list, with each key that only the second has after its predecessor there. */
function insertInto(keys: readonly string[], others: readonly string[]): readonly string[] {
  const own = new Set(keys);
  const followers = new Map<string | undefined, string[]>();
  let previous: string | undefined;
  for (const key of others) {
    if (own.has(key)) previous = key;
    else followers.set(previous, [...(followers.get(previous) ?? []), key]);
  }
  return [...(followers.get(undefined) ?? []), ...keys.flatMap((key) => [key, ...(followers.get(key) ?? [])])];
}
