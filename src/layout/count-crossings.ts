import type { Grid, GridLink } from "./grid.js";

/** Counts the crossings of arrows between neighbouring columns in O(m log n). */
export function countCrossings(grid: Grid, columns: readonly (readonly number[])[]): number {
  const places: number[] = [];
  const targets: number[] = [];
  let crossings = 0;
  for (let index = 1; index < columns.length; index++) {
    const next = columns[index] as readonly number[];
    // Arrows to a single box do not cross each other.
    if (next.length === 1) continue;
    for (let place = 0; place < next.length; place++) places[next[place] as number] = place;
    targets.length = 0;
    for (const item of columns[index - 1] as readonly number[]) {
      for (const link of byLevel(grid.right[item] ?? [])) targets.push(places[link.to] ?? 0);
    }
    crossings += countInversions(targets, next.length);
  }
  return crossings;
}

/** The links of an item from top to bottom. Most are in this order already. */
function byLevel(links: readonly GridLink[]): readonly GridLink[] {
  for (let index = 1; index < links.length; index++) {
    if ((links[index - 1] as GridLink).leaves > (links[index] as GridLink).leaves) {
      return [...links].sort((a, b) => a.leaves - b.leaves);
    }
  }
  return links;
}

/** Fewer numbers than this are compared pair by pair, which is faster than building a tree. */
const few = 24;

/** Counts the pairs of numbers that are in the wrong order. */
function countInversions(values: readonly number[], bound: number): number {
  let inversions = 0;
  if (values.length < few) {
    for (let right = 1; right < values.length; right++) {
      const value = values[right] ?? 0;
      for (let left = 0; left < right; left++) if ((values[left] ?? 0) > value) inversions++;
    }
    return inversions;
  }
  const seen = new Counter(bound);
  for (const value of values) {
    inversions += seen.total - seen.upTo(value);
    seen.add(value);
  }
  return inversions;
}

/** Counts how many of the numbers added so far are at most a given one, with a Fenwick tree. */
class Counter {
  readonly #sums: number[];
  total = 0;

  constructor(size: number) {
    this.#sums = new Array<number>(size + 1).fill(0);
  }

  add(value: number): void {
    this.total++;
    for (let at = value + 1; at < this.#sums.length; at += at & -at) this.#sums[at] = (this.#sums[at] ?? 0) + 1;
  }

  upTo(value: number): number {
    let sum = 0;
    for (let at = value + 1; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }
}
