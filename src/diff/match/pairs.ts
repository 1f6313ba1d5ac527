/** Pairs of things from two sides; each thing has at most one partner. */
export class Pairs<T> {
  readonly #afterOf = new Map<T, T>();
  readonly #beforeOf = new Map<T, T>();
  readonly #left = new Set<T>();

  /** Pairs two things if both are free; returns whether it did. */
  pair(before: T, after: T): boolean {
    if (!this.isFreeBefore(before) || !this.isFreeAfter(after)) return false;
    this.#afterOf.set(before, after);
    this.#beforeOf.set(after, before);
    return true;
  }

  /** Leaves a thing of the new side without a partner for good. */
  leave(after: T): void {
    this.#left.add(after);
  }

  afterOf(before: T): T | undefined {
    return this.#afterOf.get(before);
  }

  beforeOf(after: T): T | undefined {
    return this.#beforeOf.get(after);
  }

  isFreeBefore = (before: T): boolean => !this.#afterOf.has(before);

  isFreeAfter = (after: T): boolean => !this.#beforeOf.has(after) && !this.#left.has(after);

  entries(): Iterable<readonly [T, T]> {
    return this.#afterOf.entries();
  }
}

/** Groups the free things of both sides by key; things with the key `undefined` are left out. */
export function groupFree<T>(
  pairs: Pairs<T>,
  before: Iterable<T>,
  after: Iterable<T>,
  keyOf: (thing: T) => string | number | undefined,
): Iterable<{ readonly before: T[]; readonly after: T[] }> {
  const groups = new Map<string | number, { before: T[]; after: T[] }>();
  const add = (things: Iterable<T>, side: "before" | "after", isFree: (thing: T) => boolean) => {
    for (const thing of things) {
      const key = isFree(thing) ? keyOf(thing) : undefined;
      if (key === undefined) continue;
      const group = groups.get(key) ?? { before: [], after: [] };
      group[side].push(thing);
      groups.set(key, group);
    }
  };
  add(before, "before", pairs.isFreeBefore);
  add(after, "after", pairs.isFreeAfter);
  return groups.values();
}

/** Pairs things that have the same key and are the only ones with it on their side; returns the new pairs. */
export function pairUnique<T>(
  pairs: Pairs<T>,
  before: Iterable<T>,
  after: Iterable<T>,
  keyOf: (thing: T) => string | number | undefined,
): readonly (readonly [T, T])[] {
  const made: (readonly [T, T])[] = [];
  for (const group of groupFree(pairs, before, after, keyOf)) {
    const [left] = group.before;
    const [right] = group.after;
    if (left === undefined || right === undefined || group.before.length > 1 || group.after.length > 1) continue;
    if (pairs.pair(left, right)) made.push([left, right]);
  }
  return made;
}

/** Pairs things with the same key in the order of the lists; returns the new pairs. */
export function pairInOrder<T>(
  pairs: Pairs<T>,
  before: Iterable<T>,
  after: Iterable<T>,
  keyOf: (thing: T) => string | number | undefined,
): readonly (readonly [T, T])[] {
  const made: (readonly [T, T])[] = [];
  for (const group of groupFree(pairs, before, after, keyOf)) {
    for (const [index, left] of group.before.entries()) {
      const right = group.after[index];
      if (right !== undefined && pairs.pair(left, right)) made.push([left, right]);
    }
  }
  return made;
}
