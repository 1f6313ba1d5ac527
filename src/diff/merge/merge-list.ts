import { insertInto, mergedOrder } from "./merged-order.js";

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
 * predecessor in theirs. With `isOrdered`, the order means something, and is the same whichever side is ours.
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
  return isOrdered ? mergedOrder(before, left, right) : insertInto(left, right);
}
